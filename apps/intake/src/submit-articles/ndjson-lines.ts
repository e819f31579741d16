import { type Readable } from 'node:stream';

export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Null: longer than a line may be. What it said was passed over. */
  readonly text: string | null;
}

export interface LineLimits {
  /** Lines of a group. */
  readonly lines: number;
  /** Of one line, without its end; a group is full when its lines have as many together. */
  readonly bytes: number;
}

const NEWLINE = 10;
const START_BYTES = 65_536;

/** The line under way. It grows with what comes, up to the limit; of a longer one nothing is kept but that it was. */
class LineBuffer {
  private bytes = Buffer.allocUnsafe(START_BYTES);
  private length = 0;

  constructor(private readonly most: number) {}

  get isEmpty(): boolean {
    return this.length === 0;
  }

  add(piece: Uint8Array): void {
    const length = this.length + piece.length;
    if (length <= this.most) {
      if (length > this.bytes.length) this.grow(length);
      this.bytes.set(piece, this.length);
    }
    // Beyond the limit it stays beyond it, whatever comes.
    this.length = Math.min(length, this.most + 1);
  }

  /** The line as text, or null when it was too long; the next one begins. */
  take(): string | null {
    const text = this.length > this.most ? null : this.bytes.toString('utf8', 0, this.length);
    this.length = 0;
    return text === null ? null : text.replace(/\r$/, '');
  }

  private grow(length: number): void {
    const grown = Buffer.allocUnsafe(Math.max(length, 2 * this.bytes.length));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/** Only `\n` ends a line: in JSON the other separators of Unicode are letters like any. */
async function* linesOf(input: Readable, most: number): AsyncGenerator<string | null> {
  const line = new LineBuffer(most);
  const chunks: AsyncIterable<Uint8Array | string> = input;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      line.add(bytes.subarray(from, end));
      yield line.take();
      from = end + 1;
    }
    line.add(bytes.subarray(from));
  }
  if (!line.isEmpty) yield line.take();
}

/**
 * The lines of a stream in groups, blank ones left out; reads on only as fast as it is asked. At most one group and one line are
 * in memory, however long what is sent.
 */
export async function* linesInGroups(input: Readable, { lines, bytes }: LineLimits): AsyncGenerator<Line[]> {
  let group: Line[] = [];
  let [number, held] = [0, 0];
  for await (const text of linesOf(input, bytes)) {
    number += 1;
    if (text?.trim() !== '') group.push({ number, text });
    held += text?.length ?? 0;
    if (group.length < lines && held < bytes) continue;
    if (group.length > 0) yield group;
    [group, held] = [[], 0];
  }
  if (group.length > 0) yield group;
}
