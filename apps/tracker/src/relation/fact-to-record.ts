import { type InputEvent } from '@app/contracts';
import { type NewEvent, type StreamAppend } from '@app/event-store';

/** What ties an event to the article or request that it came from. */
export interface Origin {
  readonly correlationId: string;
  /** Id of the message or request. */
  readonly causationId: string;
}

/** Something to record about the relation: an input of the domain, under an id that it always gets. */
export interface FactToRecord {
  /** Uuid of its event: the same fact is recorded once. */
  readonly id: string;
  readonly input: InputEvent;
  readonly origin: Origin;
  /** What goes to another stream with it, all or nothing: the article itself. */
  readonly beside?: { readonly stream: string; readonly event: NewEvent };
}

/** What became of it. */
export type RecordOutcome = 'recorded' | 'already known';

/** Appends to the streams beside the relation's, one item a stream, each event once, without those that are stored. */
export const besideAppends = (
  facts: readonly FactToRecord[],
  stored: ReadonlySet<string> = new Set(),
): StreamAppend[] => {
  const streams = new Map<string, Map<string, NewEvent>>();
  for (const { beside } of facts) {
    if (beside === undefined || stored.has(beside.event.id)) continue;
    const events = streams.get(beside.stream) ?? new Map<string, NewEvent>();
    events.set(beside.event.id, beside.event);
    streams.set(beside.stream, events);
  }
  return [...streams].map(([stream, events]) => ({ stream, expected: 'any', events: [...events.values()] }));
};
