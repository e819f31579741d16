import { eventIds, RELATION } from '@app/contracts';
import { ENV } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Activity } from '../relation/activity';
import { TrackedRelation } from '../relation/tracked-relation';
import { type TrackerEnv } from '../tracker.env';

/** Record that a day began, if it is later than the relation's and nothing is being loaded. True when it was. */
export class NoteDay extends Command<boolean> {
  /** `2025-06-20`, in UTC. */
  constructor(readonly day: string) {
    super();
  }
}

@CommandHandler(NoteDay)
export class NoteDayHandler implements ICommandHandler<NoteDay> {
  constructor(
    private readonly relation: TrackedRelation,
    private readonly activity: Activity,
    @Inject(ENV) private readonly env: TrackerEnv,
  ) {}

  async execute({ day }: NoteDay): Promise<boolean> {
    // Looking at the log first: another tracker may be loading a history while this one stands by.
    if (!(await this.isBehind(day)) || this.activity.idleSeconds() < this.env.LIVE_AFTER_S) return false;
    const origin = { correlationId: `day-${RELATION}-${day}`, causationId: 'clock' };
    await this.relation.record([{ id: eventIds.dayPassed(day), input: { type: 'DayPassed', day }, origin }]);
    return true;
  }

  private isBehind(day: string): Promise<boolean> {
    return this.relation.read(({ relation, version }) => version > 0 && relation.day < day);
  }
}
