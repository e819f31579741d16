import type { ExpectedVersion } from './event-store';

/** Base of this room's errors; `code` survives process borders where `instanceof` does not. */
export class EventStoreError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Somebody else appended first, or the stream is not as the caller believes: read it again, decide again. */
export class WrongExpectedVersion extends EventStoreError {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedVersion,
    readonly actual: number,
  ) {
    super('wrong-expected-version', `stream ${stream} is at version ${actual}, expected ${expected}`);
  }
}

/** Of the events of one append some are stored and some are not: two different decisions under the same ids. */
export class PartlyStored extends EventStoreError {
  constructor(
    readonly stored: readonly string[],
    readonly missing: readonly string[],
  ) {
    super('partly-stored', `stored already: ${stored.join(', ')}; not stored: ${missing.join(', ')}`);
  }
}

/** The call makes no sense, whatever the store holds. */
export class InvalidAppend extends EventStoreError {
  constructor(message: string) {
    super('invalid-append', message);
  }
}

/** A type's chain of upcasters has a hole: refuse to start. */
export class UpcasterGap extends EventStoreError {
  constructor(type: string, message: string) {
    super('upcaster-gap', `${type}: ${message}`);
  }
}

/** Written by a newer release than this one: a missed deploy or a rollback; wait for the right code, do not skip. */
export class NewerSchema extends EventStoreError {
  constructor(type: string, found: number, known: number) {
    super('newer-schema', `${type} has schema version ${found}, this release knows up to ${known}`);
  }
}

/** Somebody else owns the checkpoint, or it moved: whatever was done in this transaction must roll back. */
export class LeaseLost extends EventStoreError {
  constructor(subscription: string, version: number, epoch: number) {
    super('lease-lost', `${subscription} v${version}: epoch ${epoch} is not the owner any more`);
  }
}
