import { Module } from '@nestjs/common';
import { correctionInput } from './correct/correction-input';
import { correctionRequest } from './correct/correct.dto';

/** Any: a check records nothing. */
const SOME_ID = '00000000-0000-4000-8000-000000000000';

/** The door through which the cli's dry run holds a correction against what the tracker would accept. */
@Module({})
export class CorrectionCheckModule {
  /** Throws a ZodError that names each field that is wrong. */
  static check(request: unknown, at: string): void {
    correctionInput(correctionRequest.parse(request), SOME_ID, at);
  }
}
