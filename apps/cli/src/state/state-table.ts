import { facetState } from '@app/contracts';
import Table from 'cli-table3';
import { z } from 'zod';
import { describeValue } from '../output/describe-value';

export const stateAnswer = z.object({
  asOf: z.string(),
  knownAt: z.string().nullable(),
  position: z.int(),
  facets: z.array(facetState.omit({ relation: true, position: true, recordedAt: true, day: true })),
});
type Facet = z.infer<typeof stateAnswer>['facets'][number];

/** In what order a person asks; all else follows by name. */
const FIRST = [
  'truce',
  'tariff/US',
  'tariff/CN',
  'meetings',
  'tension',
  'stance',
  'dispute',
  'measure',
  'tariff',
];
const rank = (facet: string): number => {
  const at = FIRST.findIndex((name) => facet === name || facet.startsWith(`${name}/`));
  return at < 0 ? FIRST.length : at;
};

const NARROWEST = 80;
const WIDEST = 160;
const FACET_WIDTH = 34;
const STANDING_WIDTH = 14;
const BORDERS = 4;

const evidenceLine = ({ evidence }: Facet): string => {
  const [first] = evidence;
  return first === undefined
    ? ''
    : `\n“${first.sentence}” (${first.publisher}, ${first.publishedAt.slice(0, 10)})`;
};

/** The state as a table of facet, reading and standing, no wider than the terminal. */
export const stateTable = (
  { asOf, knownAt, facets }: z.infer<typeof stateAnswer>,
  { width, withEvidence }: { readonly width: number | undefined; readonly withEvidence: boolean },
): string => {
  const total = Math.min(WIDEST, Math.max(NARROWEST, width ?? WIDEST));
  const table = new Table({
    head: ['facet', 'reads', 'standing'],
    colWidths: [FACET_WIDTH, total - FACET_WIDTH - STANDING_WIDTH - BORDERS, STANDING_WIDTH],
    wordWrap: true,
    style: { head: [], border: [], compact: !withEvidence },
  });
  const sorted = [...facets].sort((a, b) => rank(a.facet) - rank(b.facet) || a.facet.localeCompare(b.facet));
  for (const facet of sorted) {
    table.push([
      facet.facet,
      `${describeValue(facet.value)}${withEvidence ? evidenceLine(facet) : ''}`,
      facet.standing,
    ]);
  }
  const known = knownAt === null ? 'by all that is recorded' : `as known at ${knownAt}`;
  return `US-China trade relations as of ${asOf}, ${known}\n${table.toString()}`;
};
