import { type ObservationsExtracted } from '@app/contracts';
import { type Received } from '@app/messaging';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordOutcome } from '../relation/fact-to-record';
import { observedFact } from '../relation/observed-fact';
import { TrackedRelation } from '../relation/tracked-relation';

/** Record what was read in articles, all or nothing; what became of each, in order. */
export class RecordObservations extends Command<readonly RecordOutcome[]> {
  constructor(readonly received: readonly Received<ObservationsExtracted>[]) {
    super();
  }
}

@CommandHandler(RecordObservations)
export class RecordObservationsHandler implements ICommandHandler<RecordObservations> {
  constructor(private readonly relation: TrackedRelation) {}

  execute({ received }: RecordObservations): Promise<readonly RecordOutcome[]> {
    return this.relation.record(received.map(observedFact));
  }
}
