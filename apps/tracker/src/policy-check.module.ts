import { type Policy } from '@app/domain';
import { Module } from '@nestjs/common';
import { policyText } from './relation/read-policy';

/** The door through which the cli reads a policy file as the tracker would. */
@Module({})
export class PolicyCheckModule {
  /** Throws a ZodError that names each field that is wrong. */
  static read(text: string): Policy {
    return policyText.parse(text);
  }
}
