import type { Transaction } from './transaction';

/** Anything JSON: it is stored as text and comes back with its keys in the order in which they went in. */
export type EventMetadata = Readonly<Record<string, unknown>>;

/** An event as its author hands it over. `id` is a uuid and the idempotency key: the same id is stored once, ever. */
export interface NewEvent {
  readonly id: string;
  /** Stored name, written out, never derived from a class. */
  readonly type: string;
  /** The version of the shape of `data`, from 1. */
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** An event as the log holds it, upcast to the newest `schemaVersion` of its type where the store knows the type. */
export interface RecordedEvent extends NewEvent {
  /** Gap-free from 1 in its log, in the order in which events became visible. */
  readonly position: number;
  readonly stream: string;
  /** Contiguous from 1 in its stream. */
  readonly version: number;
  /** UTC with microseconds, `2025-06-05T00:00:00.000000Z`; rises with position from append to append. */
  readonly recordedAt: string;
}

/** `none`: the stream must not exist; `exists`: it must; a number: its exact version, 0 being `none`. All are enforced. */
export type ExpectedVersion = 'none' | 'exists' | 'any' | number;

export interface StreamAppend {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  /** At least one. */
  readonly events: readonly NewEvent[];
}

/** The answer for one `StreamAppend`, in the order of the call. A repeat is answered with the first one's numbers. */
export interface Appended {
  readonly stream: string;
  readonly firstPosition: number;
  readonly lastPosition: number;
  /** The stream's version after the last of these events. */
  readonly version: number;
  readonly duplicate: boolean;
}

export interface AppendOptions {
  /**
   * SQL in the append's own transaction, run before the append, so that the head of the log is locked last. It is rolled back
   * with it: on a wrong version, on an error of its own, and when the append turns out to be a repeat.
   */
  readonly alongside?: (tx: Transaction) => Promise<void>;
}

/** `upTo`: every event up to this position has been considered; where the next page starts. No further than `after`: there is no more. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  readonly upTo: number;
}

export interface ReadAll {
  /** Exclusive; 0 reads from the start. */
  readonly after: number;
  /** How many positions to consider. */
  readonly limit: number;
  /** Only these types; all when left out. */
  readonly types?: readonly string[];
}

export interface ReadStream {
  /** Exclusive; 0 (the default) reads from the start. */
  readonly afterVersion?: number;
  readonly limit?: number;
}

export interface Head {
  /** 0 for an empty log. */
  readonly position: number;
  /** Null for an empty log. */
  readonly recordedAt: string | null;
}

/** One log of events in streams. The stores are told apart by nothing but where they keep it: one conformance suite runs on both. */
export interface EventStore {
  /**
   * Appends to one or many streams, all or nothing, durable when it resolves.
   * Throws `WrongExpectedVersion` (names the actual version), `PartlyStored` (some of the ids are there, some are not),
   * `InvalidAppend` (nothing to append, the same id twice in one call, not a uuid).
   */
  append(items: readonly StreamAppend[], options?: AppendOptions): Promise<readonly Appended[]>;
  /** Events in order of position. No committed event can show up behind a position that has been read. */
  readAll(query: ReadAll): Promise<Page>;
  /** Events of one stream in order of version; empty when there is no such stream. */
  readStream(stream: string, query?: ReadStream): Promise<readonly RecordedEvent[]>;
  /** 0 when there is no such stream. */
  streamVersion(stream: string): Promise<number>;
  head(): Promise<Head>;
  /** The last position with `recordedAt` at or before this moment (ISO 8601), 0 when there is none: the log as it was then. */
  positionAt(recordedAt: string): Promise<number>;
}

/** Injection token of the `EventStore`. */
export const EVENT_STORE = Symbol('EventStore');
