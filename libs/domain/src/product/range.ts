import { weightOf, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { distance } from '../shared/calendar';
import { type ProductState } from './product-state';
import { type ProductWord } from './word';

/** A rate that is not told fits all. */
export const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) <= 0.25;

/** Either end of a range confirms it. */
export const confirms = ({ rate, low }: ProductState, told: number | null): boolean =>
  isSame(rate, told) || (low !== null && isSame(low, told));

const IMPOSED_WITHIN_DAYS = 31;

const isOfThen = ({ since }: ProductState, { effective, act }: ProductWord): boolean =>
  act === 'due' || since === null || effective === null || distance(since, effective) <= IMPOSED_WITHIN_DAYS;

/** Is what stands the duty whose end is told: of that rate, "of up to 15 percent" for a collection, "imposed in March"? */
export const isMeant = (state: ProductState, what: ProductWord): boolean => {
  if (state.status !== 'in_effect' || !isOfThen(state, what)) return false;
  const told = what.act === 'due' ? what.from : what.rate;
  if (!what.ofCollection) return confirms(state, told);
  return told === null || state.rate === null || isSame(state.rate, told) || state.rate < told;
};

type Told = Pick<Claim<ProductWord>, 'what' | 'backing'>;

/** The lower end, where an article tells both side by side. */
export const lowerEnd = (claims: readonly Told[], top: Told): number | null => {
  const articles = new Set(top.backing.map(({ source }) => source.articleId));
  const below = claims
    .filter(({ backing }) => backing.some(({ source }) => articles.has(source.articleId)))
    .map(({ what }) => what.rate)
    .filter((rate): rate is number => rate !== null && rate < (top.what.rate ?? 0));
  return below.length === 0 ? null : Math.min(...below);
};

/** The best backed rate of a day, the higher of equals; a claim without a number only where there is no other. */
export const firmest = <T extends Told>(claims: readonly T[], weighing: Weighing): T | undefined => {
  const rated = claims.filter(({ what }) => what.rate !== null);
  return [...(rated.length > 0 ? rated : claims)].sort(
    (a, b) =>
      weightOf(weighing, b.backing) - weightOf(weighing, a.backing) ||
      (b.what.rate ?? -1) - (a.what.rate ?? -1),
  )[0];
};
