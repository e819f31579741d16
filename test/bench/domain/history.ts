import { nameId } from '@app/contracts';
import { type ArticleObserved, type Observation } from '@app/domain';
import { labelledInputs } from '../../validation/labelled';

// A history as long as one likes, without extraction: the labelled corpus told over and over by hundreds of outlets in the order of
// publication, a third of it reprints, one in a hundred late.

/** The first cycle lies after all that is known, so that no rule of a time before 2025 sets it apart. */
const FIRST_YEARS = 9;
const YEARS = 9;
const DAY_MS = 86_400_000;
const FROM = Date.parse('2018-01-23');
const TO = Date.parse('2026-09-30');
const NAMESPACE = '5f0f44c3-9f0e-5d7b-9d0a-0c4c6f1b7a10';

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const chance = random(20_261_124);
const below = (n: number): number => Math.floor(chance() * n);
const hash = (): number => below(4_294_967_296);

const OUTLETS = [
  ...Array.from({ length: 300 }, (_, i) => `paper-${i}.example`),
  'reuters.com',
  'scmp.com',
  'ustr.gov',
];

/** Nearly one of the last texts in a third of the cases, else a text of its own. */
const signatures = (): (() => number[]) => {
  const lately: number[][] = [];
  return () => {
    const original = chance() < 0.33 ? lately[below(lately.length)] : undefined;
    const signature =
      original?.map((one) => (chance() < 0.1 ? hash() : one)) ?? Array.from({ length: 128 }, hash);
    lately.push(signature);
    if (lately.length > 50) lately.shift();
    return signature;
  };
};

const nextSignature = signatures();

const DATES = ['effective', 'until', 'date'] as const;

/** The same observation, told of a time `years` later. */
const shifted = (one: Observation, years: number, id: string): Observation => {
  const moved: Record<string, unknown> = { ...one, id };
  for (const name of DATES) {
    const date: unknown = moved[name];
    if (typeof date === 'string')
      moved[name] = String(Number(date.slice(0, 4)) + years) + date.slice(4).replace('-02-29', '-02-28');
  }
  return moved as unknown as Observation;
};

/** The labelled corpus, without what says nothing, in the order of publication. */
export const corpusOfBench = async (): Promise<readonly ArticleObserved[]> =>
  (await labelledInputs()).filter(({ observations }) => observations.length > 0);

/** One cycle of the history: each article tells again what was newest on its day, as one of hundreds of outlets. */
export const retellings = (
  corpus: readonly ArticleObserved[],
  { cycle, articles }: { readonly cycle: number; readonly articles: number },
): readonly ArticleObserved[] => {
  const years = FIRST_YEARS + cycle * YEARS;
  let newest = 0;
  return Array.from({ length: articles }, (_, i) => {
    const at = FROM + ((TO - FROM) * i) / articles;
    while (newest + 1 < corpus.length && Date.parse(corpus[newest + 1]!.publishedAt) <= at) newest += 1;
    const told = corpus[Math.max(0, newest - below(3))]!;
    const late = chance() < 0.01 ? below(20) * DAY_MS : 0;
    const on = new Date(Math.max(Date.parse(told.publishedAt), at - late));
    on.setUTCFullYear(on.getUTCFullYear() + years);
    return {
      ...told,
      articleId: `article-${cycle}-${i}`,
      publisher: OUTLETS[below(OUTLETS.length)]!,
      publishedAt: on.toISOString(),
      signature: nextSignature(),
      observations: told.observations.map((one, n) =>
        shifted(one, years, nameId(NAMESPACE, String(cycle), String(i), String(n))),
      ),
    };
  });
};
