import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readCorpus } from '../corpus';
import { crossValidated, fitWeights } from './fit';
import { isRight, sampleOf, type Sample } from './samples';

const HELP = `npm run fit:direction -- [options]

Fits the weights of the words ("cues") that tell an article's direction, on the labelled articles of
test/evaluation alone: dev, history, newsroom, fresh. The same corpus and rules give the same bytes.

  --gold DIR   also how the present and the fitted weights read another folder; nothing is fitted on it
  --write      put the fitted weights into libs/extraction/src/direction-weights.json, if they read the labelled
               articles better than the present ones by more than a standard error; else the file stays
`;

const FILE = join(__dirname, '../../../libs/extraction/src/direction-weights.json');
const SETS = ['dev', 'history', 'newsroom', 'fresh'];

const cues = z.object({
  head: z.number(),
  lead: z.number(),
  body: z.number(),
  most: z.number(),
  plain: z.number(),
  plainer: z.number(),
  neutralBelow: z.number(),
  mixedShare: z.number(),
});
const table = z.object({ cues });
type Cues = z.infer<typeof cues>;

const samplesOf = (folder: string): readonly Sample[] => readCorpus(folder).map(sampleOf);

/** By how many articles `to` is better than `from`, and the standard error of that: only where they differ something is learned. */
const gain = (
  samples: readonly Sample[],
  from: Cues,
  to: Cues,
): { readonly more: number; readonly error: number } => {
  const differences = samples.map((s) => Number(isRight(s, to)) - Number(isRight(s, from)));
  return {
    more: differences.reduce((sum, d) => sum + d, 0),
    error: Math.sqrt(differences.filter((d) => d !== 0).length),
  };
};

const main = (args: readonly string[]): void => {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  const present = table.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const samples = SETS.flatMap((set) => samplesOf(join(__dirname, '..', set)));
  const fitted = fitWeights(samples);
  const figures = (name: string, of: readonly Sample[]): void => {
    const right = (weights: Cues): number => of.filter((s) => isRight(s, weights)).length;
    console.log(
      `${name}: ${of.length} articles, present weights ${right(present.cues)}, fitted ${right(fitted)}`,
    );
  };
  console.log(`fitted: ${JSON.stringify(fitted)}`);
  console.log(`each third by weights of the other two: ${crossValidated(samples)} of ${samples.length}`);
  figures('all that it is fitted on', samples);
  const gold = args[args.indexOf('--gold') + 1];
  if (args.includes('--gold') && gold !== undefined) figures(gold, samplesOf(gold));
  const { more, error } = gain(samples, present.cues, fitted);
  const isBetter = more > error;
  console.log(
    `fitted minus present: ${more} (standard error ${error.toFixed(1)}): ${isBetter ? 'better' : 'the present ones stay'}`,
  );
  if (!args.includes('--write') || !isBetter) return;
  // Only the cues are written anew, so that the rest of the file stays as people laid it out.
  const block = JSON.stringify(fitted, null, 2).replace(/\n/g, '\n  ');
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(/"cues": \{[^}]*\}/, `"cues": ${block}`));
};

main(process.argv.slice(2));
