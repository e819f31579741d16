import { EVENT_STORE, type EventStore } from '@app/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { fold, type Folded } from './fold';

/**
 * The relation as the log has it, kept in memory. Whoever looks at it first folds what was appended since: an answer is
 * never older than the log was when the question came.
 */
@Injectable()
export class RelationView {
  private folded: Folded | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** As the log has it now. */
  current(): Promise<Folded> {
    const turn = this.last.then(
      () => this.catchUp(),
      () => this.catchUp(),
    );
    this.last = turn;
    return turn;
  }

  /** As the log had it at a moment: a fold of its own from the beginning, for audit. */
  async recordedAt(moment: string): Promise<Folded> {
    return fold(this.store, null, { upTo: await this.store.positionAt(moment) });
  }

  private catchUp(): Promise<Folded> {
    return fold(this.store, this.folded, {
      onPage: (folded) => {
        this.folded = folded;
      },
    });
  }
}
