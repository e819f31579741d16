import { LOG_EVENTS } from '@app/contracts';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '@app/event-store';
import { ScratchFile } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { addPage, fold, type Folded } from './fold';

/**
 * The relation as the log has it, kept in memory once for all that need it. Whoever looks at it first folds what was appended
 * since: an answer is never older than the log was when the question came.
 */
@Injectable()
export class RelationView {
  private folded: Folded | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** As the log has it now. */
  current(): Promise<Folded> {
    return this.inTurn(() => this.catchUp());
  }

  /**
   * At least as far as these events, which are all that the state rests on after position `after`: where the relation has come to
   * `after` they need not be read once more.
   */
  upTo(events: readonly RecordedEvent[], after: number): Promise<Folded> {
    return this.inTurn(() => {
      const { folded } = this;
      const isAdoption = events.some(({ type }) => type === LOG_EVENTS.policyAdopted);
      if (folded === null || folded.position < after || isAdoption) return this.catchUp();
      this.folded = addPage(
        folded,
        events.filter(({ position }) => position > folded.position),
      );
      return Promise.resolve(this.folded);
    });
  }

  /** As the log had it at a moment: a fold of its own from the beginning, for audit. */
  async recordedAt(moment: string): Promise<Folded> {
    return fold(this.store, null, { upTo: await this.store.positionAt(moment) });
  }

  private inTurn(work: () => Promise<Folded>): Promise<Folded> {
    const turn = this.last.then(work, work);
    this.last = turn;
    return turn;
  }

  private catchUp(): Promise<Folded> {
    return fold(this.store, this.folded, {
      archive: () => new ScratchFile(),
      onPage: (folded) => {
        this.folded = folded;
      },
    });
  }
}
