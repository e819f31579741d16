import { readDeadLetter, type DeadLetter, type Resolution } from './dead-letter';
import type { IncomingMessage } from '../transport';

/** The fold of a dead-letter topic: which letters are open, by key in order. A letter that was parked twice stands once. */
export class Parked {
  private readonly letters = new Map<string, DeadLetter>();
  private readonly closed = new Set<string>();

  /** @param group only this group's letters; all when undefined */
  constructor(private readonly group?: string) {}

  readonly apply = (message: IncomingMessage): void => {
    const entry = readDeadLetter(message);
    if (entry === null || (this.group !== undefined && entry.group !== this.group)) return;
    if ('outcome' in entry) this.resolve(entry);
    else this.park(entry);
  };

  park(letter: DeadLetter): void {
    // A Map keeps the place of a key that is set again: a letter that failed anew stays where it stood.
    if (!this.closed.has(letter.id)) this.letters.set(letter.id, letter);
  }

  resolve({ id }: Pick<Resolution, 'id'>): void {
    this.letters.delete(id);
    this.closed.add(id);
  }

  /** Whether this letter was ever parked, open or not. */
  knows(id: string): boolean {
    return this.letters.has(id) || this.closed.has(id);
  }

  /** In the order in which they were parked. */
  open(): readonly DeadLetter[] {
    return [...this.letters.values()];
  }

  get(id: string): DeadLetter | undefined {
    return this.letters.get(id);
  }

  /** The letter that holds up this key; a message without a key holds up nobody. */
  firstOf(key: string | null): DeadLetter | undefined {
    if (key === null || this.letters.size === 0) return undefined;
    for (const letter of this.letters.values()) if (letter.key === key) return letter;
    return undefined;
  }

  keys(): number {
    return new Set([...this.letters.values()].map(({ key, id }) => key ?? id)).size;
  }
}
