import { InvalidAppend } from './errors';
import type { NewEvent, StreamAppend } from './event-store';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// Longer keys do not fit into a B-tree page of PostgreSQL; nobody names a stream with a novel.
const LONGEST_NAME = 500;

const checkName = (what: string, name: string): void => {
  if (name === '' || name.length > LONGEST_NAME || name.includes('\u0000'))
    throw new InvalidAppend(
      `${what} must be 1 to ${LONGEST_NAME} characters without NUL: ${JSON.stringify(name)}`,
    );
};

const checkEvent = (event: NewEvent): void => {
  if (!UUID.test(event.id)) throw new InvalidAppend(`event id is not a lower-case uuid: ${event.id}`);
  checkName('event type', event.type);
  if (!Number.isInteger(event.schemaVersion) || event.schemaVersion < 1)
    throw new InvalidAppend(
      `schemaVersion of ${event.type} must be a whole number from 1: ${event.schemaVersion}`,
    );
  if (event.data === undefined)
    throw new InvalidAppend(`event ${event.id} of type ${event.type} has no data`);
};

const checkExpected = ({ stream, expected }: StreamAppend): void => {
  if (typeof expected === 'number' && (!Number.isSafeInteger(expected) || expected < 0))
    throw new InvalidAppend(`expected version of ${stream} must be a whole number from 0: ${expected}`);
};

/**
 * Refuses what makes no sense before it can spoil a batch that it would share with others.
 * Throws `InvalidAppend`.
 */
export const validateAppend = (items: readonly StreamAppend[]): void => {
  if (items.length === 0) throw new InvalidAppend('nothing to append');
  const ids = new Set<string>();
  const streams = new Set<string>();
  for (const item of items) {
    checkName('stream', item.stream);
    checkExpected(item);
    if (streams.has(item.stream)) throw new InvalidAppend(`stream ${item.stream} twice in one append`);
    streams.add(item.stream);
    if (item.events.length === 0) throw new InvalidAppend(`nothing to append to ${item.stream}`);
    for (const event of item.events) {
      checkEvent(event);
      if (ids.has(event.id)) throw new InvalidAppend(`event id ${event.id} twice in one append`);
      ids.add(event.id);
    }
  }
};
