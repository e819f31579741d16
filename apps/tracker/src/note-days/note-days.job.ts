import { ServiceContext } from '@app/platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NoteDay } from './note-day';

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
    private readonly commands: CommandBus,
    private readonly context: ServiceContext,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.noteToday(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Never rejects: what could not be recorded is tried again. */
  private async noteToday(): Promise<void> {
    const { clock, logger } = this.context;
    const day = clock.now().toISOString().slice(0, 10);
    try {
      if (await this.commands.execute(new NoteDay(day))) logger.info({ day }, 'a day began');
    } catch (error) {
      logger.warn({ err: error, day }, 'the day could not be recorded: trying again soon');
    }
  }
}
