import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

// News as it comes: each report of the sample history and of the labelled corpus told by hundreds of outlets within two days,
// in order of publication; a third reprints another's words, the others have a paragraph of their own.

const ROOT = path.resolve(__dirname, '../../..');
const FOLDERS = ['deploy/sample/history', 'test/evaluation/dev'];
const DAY_MS = 86_400_000;
const OUTLETS = 300;

const original = z.object({ publishedAt: z.string(), title: z.string(), text: z.string() });

export interface Submission {
  readonly id: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly text: string;
}

/** A repeatable stream of whole numbers below n (mulberry32). */
const numbers = (seed: number): ((n: number) => number) => {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
};

const originals = (): readonly z.infer<typeof original>[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => original.parse(JSON.parse(readFileSync(path.join(ROOT, folder, name), 'utf8')))),
  );

/** Words of an outlet's own, which state nothing, so that its text is no reprint. */
const ownParagraph = (below: (n: number) => number): string =>
  Array.from({ length: 4 }, () => {
    const words = Array.from({ length: 12 }, () => below(36 ** 5).toString(36));
    return `Our desk notes ${words.join(' ')}.`;
  }).join(' ');

/** `count` articles in order of publication; the same for the same seed. */
export const newsroom = (count: number, seed: number): readonly Submission[] => {
  const below = numbers(seed);
  const told = originals();
  const articles = Array.from({ length: count }, (_, i): Submission => {
    const { title, text, publishedAt } = told[i % told.length] ?? { title: '', text: '', publishedAt: '' };
    const at = new Date(Date.parse(publishedAt) + below(2 * DAY_MS));
    return {
      id: `bench-${seed}-${i}`,
      publisher: `paper-${below(OUTLETS)}.example`,
      publishedAt: at.toISOString(),
      title,
      text: below(3) === 0 ? text : `${text}\n\n${ownParagraph(below)}`,
    };
  });
  return articles.sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
};
