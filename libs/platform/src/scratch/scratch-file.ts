import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Written together; what is read before that is read from here. */
const BUFFER_BYTES = 64 * 1024;
/** Texts are led by their length. */
const LENGTH_BYTES = 4;
/** Read lately: what answers show is mostly shown again. */
const MOST_CACHED = 500;

/** Who is not closed is closed when nobody can reach it any more. */
const abandoned = new FinalizationRegistry<number>(closeSync);

/**
 * Lists of texts that are seldom looked at, in a file of this process's own instead of on its heap. The file has no name: it is gone
 * when the process ends, however it ends. It lies in the system's temporary folder (TMPDIR). Both calls are synchronous and throw
 * what the file system says, a full disk above all.
 */
export class ScratchFile {
  private readonly file: number;
  private written = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private readonly cached = new Map<number, readonly string[]>();

  constructor(folder = os.tmpdir()) {
    const dir = mkdtempSync(path.join(folder, 'detente-scratch-'));
    this.file = openSync(path.join(dir, 'texts'), 'w+', 0o600);
    rmSync(dir, { recursive: true });
    abandoned.register(this, this.file);
  }

  /** Gives the place at which they are to be read. */
  keep(texts: readonly string[]): number {
    const text = Buffer.from(JSON.stringify(texts), 'utf8');
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(text.length);
    const place = this.written + this.pendingBytes;
    this.pending.push(length, text);
    this.pendingBytes += LENGTH_BYTES + text.length;
    if (this.pendingBytes >= BUFFER_BYTES) this.flush();
    return place;
  }

  read(place: number): readonly string[] {
    const known = this.cached.get(place);
    if (known !== undefined) return known;
    if (place >= this.written) this.flush();
    const length = this.bytesAt(place, LENGTH_BYTES).readUInt32LE();
    const texts = textsIn(this.bytesAt(place + LENGTH_BYTES, length).toString('utf8'));
    if (this.cached.size >= MOST_CACHED) this.cached.clear();
    this.cached.set(place, texts);
    return texts;
  }

  private flush(): void {
    const bytes = Buffer.concat(this.pending);
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.file, bytes, done, bytes.length - done, this.written + done);
    this.written += bytes.length;
    this.pending = [];
    this.pendingBytes = 0;
  }

  private bytesAt(position: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length;) {
      const read = readSync(this.file, bytes, done, length - done, position + done);
      if (read === 0) throw new Error(`nothing is kept at ${position}`);
      done += read;
    }
    return bytes;
  }
}

const textsIn = (json: string): readonly string[] => {
  const texts: unknown = JSON.parse(json);
  if (!Array.isArray(texts)) throw new Error('not what was kept');
  return texts.filter((one): one is string => typeof one === 'string');
};
