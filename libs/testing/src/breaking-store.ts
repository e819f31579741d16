import { MemoryEventStore, type RecordedEvent } from '@app/event-store';

/** A store whose database goes away once, after so many pages of a stream. */
export class BreakingStore extends MemoryEventStore {
  readonly askedAfter: number[] = [];
  pagesLeft = Infinity;
  override readStream(
    ...args: Parameters<MemoryEventStore['readStream']>
  ): Promise<readonly RecordedEvent[]> {
    this.askedAfter.push(args[1]?.afterVersion ?? 0);
    this.pagesLeft -= 1;
    if (this.pagesLeft >= 0) return super.readStream(...args);
    this.pagesLeft = Infinity;
    return Promise.reject(new Error('Connection terminated'));
  }
}
