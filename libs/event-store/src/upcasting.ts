import { InvalidAppend, NewerSchema, UpcasterGap } from './errors';
import type { NewEvent } from './event-store';

/** Turns `data` of version n into `data` of version n + 1. Pure. */
export type Upcaster = (data: unknown) => unknown;

export interface EventType {
  readonly type: string;
  /** The version that this release writes. */
  readonly schemaVersion: number;
  /** By the version that it starts from: 1 … schemaVersion - 1, none missing. */
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
}

/** The event types of a program: what it writes, and how it reads what older releases wrote. Throws `UpcasterGap` on a hole. */
export class EventTypes {
  private readonly types = new Map<string, EventType>();

  constructor(types: readonly EventType[]) {
    for (const one of types) {
      if (this.types.has(one.type)) throw new UpcasterGap(one.type, 'declared twice');
      checkChain(one);
      this.types.set(one.type, one);
    }
  }

  /** The event in the newest shape. A type that is not declared passes as it is; a newer version throws `NewerSchema`. */
  upcast<E extends NewEvent>(event: E): E {
    const known = this.types.get(event.type);
    if (known === undefined || known.schemaVersion === event.schemaVersion) return event;
    if (event.schemaVersion > known.schemaVersion)
      throw new NewerSchema(event.type, event.schemaVersion, known.schemaVersion);
    let { data } = event;
    for (let version = event.schemaVersion; version < known.schemaVersion; version++)
      data = known.upcasters?.[version]?.(data);
    return { ...event, data, schemaVersion: known.schemaVersion };
  }

  /** Only the newest shape is written. Throws `InvalidAppend`. */
  checkWritable({ type, schemaVersion }: NewEvent): void {
    const known = this.types.get(type);
    if (known !== undefined && known.schemaVersion !== schemaVersion)
      throw new InvalidAppend(`${type} is written as version ${known.schemaVersion}, not ${schemaVersion}`);
  }
}

const checkChain = ({ type, schemaVersion, upcasters = {} }: EventType): void => {
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1)
    throw new UpcasterGap(type, `schemaVersion must be a whole number from 1: ${schemaVersion}`);
  for (let version = 1; version < schemaVersion; version++)
    if (upcasters[version] === undefined)
      throw new UpcasterGap(type, `no upcaster from version ${version} to ${version + 1}`);
  const stray = Object.keys(upcasters).find((from) => Number(from) < 1 || Number(from) >= schemaVersion);
  if (stray !== undefined)
    throw new UpcasterGap(type, `upcaster from version ${stray} leads past ${schemaVersion}`);
};
