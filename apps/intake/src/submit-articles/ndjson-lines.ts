import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a stream in groups of at most `size`, blank ones left out; reads on only as fast as it is asked. */
export async function* linesInGroups(input: Readable, size: number): AsyncGenerator<Line[]> {
  let group: Line[] = [];
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() !== '') group.push({ number, text });
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
