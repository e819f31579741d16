import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const isOurs = (file: string): boolean => /[.](js|ts|json)$/.test(file) && !file.includes('node_modules');

let known: string | null = null;

/** A hash of all code and data of ours that runs here: the same for each copy of one build, wherever it lies. */
export const buildVersion = (): string => {
  // When the first question comes, everything that answers it is loaded.
  known ??= hashOf(
    Object.keys(require.cache)
      .filter(isOurs)
      .map((file) => hashOf(readFileSync(file)))
      .sort()
      .join(),
  );
  return known;
};
