import { EVENT_TYPES, LOG_EVENTS, schemaPath } from '@app/contracts';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { type Transport } from '@app/messaging';
import { changeMessage } from './change-message';

const PAGE = 1000;
/** Tells a subscriber that it may have had the message before; the id is the same as then. */
const MARK = { republished: 'true' } as const;

export interface RepublishRange {
  /** Positions in the log, both included. */
  readonly from: number;
  readonly to: number;
}

/** The recorded changes of a range of the log, page by page. */
export async function* changesBetween(
  store: EventStore,
  { from, to }: RepublishRange,
): AsyncGenerator<readonly RecordedEvent[]> {
  const types = [LOG_EVENTS.relationChanged];
  for (let after = from - 1; after < to;) {
    const { events, upTo } = await store.readAll({ after, limit: Math.min(PAGE, to - after), types });
    if (events.length > 0) yield events;
    if (upTo === after) return;
    after = upTo;
  }
}

/** Publishes recorded changes once more, under the ids that they always have, marked as such. */
export const republish = async (
  transport: Transport,
  events: readonly RecordedEvent[],
  publicUrl: string,
): Promise<void> => {
  const dataSchema = new URL(schemaPath(EVENT_TYPES.relationChanged), publicUrl).href;
  await transport.publishBatch(events.map((event) => changeMessage(event, dataSchema, MARK)));
};
