import { InvalidAppend, PartlyStored, WrongExpectedVersion } from './errors';
import type { Appended, ExpectedVersion, StreamAppend } from './event-store';

/** Where an event that is stored already stands. */
export interface StoredAt {
  readonly stream: string;
  readonly position: number;
  readonly version: number;
}

const repeatOf = (item: StreamAppend, stored: ReadonlyMap<string, StoredAt>): Appended => {
  const found = item.events.flatMap((event) => stored.get(event.id) ?? []);
  const elsewhere = found.find((one) => one.stream !== item.stream);
  if (elsewhere)
    throw new InvalidAppend(
      `an event of ${item.stream} is stored in stream ${elsewhere.stream} under the same id`,
    );
  const positions = found.map((one) => one.position);
  return {
    stream: item.stream,
    firstPosition: Math.min(...positions),
    lastPosition: Math.max(...positions),
    version: Math.max(...found.map((one) => one.version)),
    duplicate: true,
  };
};

/**
 * The answer for an append whose ids may be stored: null when none is, the first one's answer when all are.
 * Throws `PartlyStored` when some are, `InvalidAppend` when one is in another stream.
 */
export const asRepeat = (
  items: readonly StreamAppend[],
  stored: ReadonlyMap<string, StoredAt>,
): readonly Appended[] | null => {
  const ids = items.flatMap((item) => item.events.map((event) => event.id));
  const missing = ids.filter((id) => !stored.has(id));
  if (missing.length === ids.length) return null;
  if (missing.length > 0)
    throw new PartlyStored(
      ids.filter((id) => stored.has(id)),
      missing,
    );
  return items.map((item) => repeatOf(item, stored));
};

const isMet = (expected: ExpectedVersion, actual: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'exists') return actual > 0;
  return actual === (expected === 'none' ? 0 : expected);
};

/** Throws `WrongExpectedVersion` for the first stream that is not at the version that the append expects. */
export const checkVersions = (
  items: readonly StreamAppend[],
  versionOf: (stream: string) => number,
): void => {
  for (const { stream, expected } of items)
    if (!isMet(expected, versionOf(stream)))
      throw new WrongExpectedVersion(stream, expected, versionOf(stream));
};
