import { randomUUID } from 'node:crypto';
import { eventIds } from '@app/contracts';
import { evidenceOf } from '@app/domain';
import { CLOCK, type Clock } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordOutcome } from '../relation/fact-to-record';
import { TrackedRelation } from '../relation/tracked-relation';
import { type CorrectionRequest } from './correct.dto';
import { correctionInput } from './correction-input';

/** A void of what was never read is a slip of the pen. */
export type CorrectionOutcome = RecordOutcome | 'no such observation';

/** Void a misread statement, or give one of an operator's own. */
export class CorrectReading extends Command<{ readonly id: string; readonly outcome: CorrectionOutcome }> {
  constructor(
    readonly request: CorrectionRequest,
    readonly correlationId: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(CorrectReading)
export class CorrectReadingHandler implements ICommandHandler<CorrectReading> {
  constructor(
    private readonly relation: TrackedRelation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    request,
    correlationId: told,
  }: CorrectReading): Promise<{ id: string; outcome: CorrectionOutcome }> {
    const id = request.id ?? randomUUID();
    if ('void' in request && !(await this.isRecorded(request.void)))
      return { id, outcome: 'no such observation' };
    const correlationId = told ?? id;
    const [outcome] = await this.relation.record([
      {
        id: eventIds.operatorCorrected(id),
        input: correctionInput(request, id, this.clock.now().toISOString()),
        origin: { correlationId, causationId: correlationId },
      },
    ]);
    return { id, outcome: outcome ?? 'recorded' };
  }

  private isRecorded(observationId: string): Promise<boolean> {
    return this.relation.read(({ relation }) => evidenceOf(relation, observationId) !== null);
  }
}
