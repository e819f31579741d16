import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { extract } from '@app/extraction';
import { readCorpus } from './corpus';

const SETS = ['dev', 'history'] as const;

/** What the engine reads in the labelled corpus, as one hash. Ids are left out: they rest on the engine's version. */
export const readingsDigest = (): string => {
  const hash = createHash('sha256');
  for (const set of SETS)
    for (const { id, title, text, publishedAt, publisher } of readCorpus(join(__dirname, set))) {
      const { observations, ...rest } = extract({ id, revision: '1', title, text, publishedAt, publisher });
      const said = observations.map((one) => ({
        ...one,
        id: undefined,
        trace: undefined,
        confidence: undefined,
      }));
      hash.update(JSON.stringify([id, rest, said]));
    }
  return hash.digest('hex');
};
