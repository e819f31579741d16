import { Module } from '@nestjs/common';
import { changesBetween, republish } from './relay-changes/republish';

/** The door through which the cli publishes a range of the log once more. */
@Module({})
export class RepublishModule {
  static readonly changesBetween = changesBetween;
  static readonly republish = republish;
}
