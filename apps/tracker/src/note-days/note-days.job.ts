import { eventIds, RELATION } from '@app/contracts';
import { ENV, ServiceContext } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Activity } from '../relation/activity';
import { TrackedRelation } from '../relation/tracked-relation';
import { type TrackerEnv } from '../tracker.env';

/** How often it looks whether a new day (in UTC) has begun. */
const EVERY_MS = 5000;

/**
 * Time is an input: records each day that begins, so that truces run out and announced rates come into force with no
 * article saying so. A log without articles has no day yet, and one that is being loaded has the publications' day.
 */
@Injectable()
export class NoteDaysJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly relation: TrackedRelation,
    private readonly activity: Activity,
    private readonly context: ServiceContext,
    @Inject(ENV) private readonly env: TrackerEnv,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.noteToday(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Records today, if it is later than the relation's day and nothing is being loaded. Never rejects. */
  async noteToday(): Promise<void> {
    const day = this.context.clock.now().toISOString().slice(0, 10);
    try {
      // Looking at the log first: another tracker may be loading a history while this one stands by.
      if (!(await this.isBehind(day)) || this.activity.idleSeconds() < this.env.LIVE_AFTER_S) return;
      const origin = { correlationId: `day-${RELATION}-${day}`, causationId: 'clock' };
      await this.relation.record([
        { id: eventIds.dayPassed(day), input: { type: 'DayPassed', day }, origin },
      ]);
      this.context.logger.info({ day }, 'a day began');
    } catch (error) {
      this.context.logger.warn({ err: error, day }, 'the day could not be recorded: trying again soon');
    }
  }

  private isBehind(day: string): Promise<boolean> {
    return this.relation.read(({ relation, version }) => version > 0 && relation.day < day);
  }
}
