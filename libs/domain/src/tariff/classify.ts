import { type Policy } from '../policy/policy.types';
import { type TariffState } from './tariff-state';
import { type Slot, type TariffWord } from './word';

/** What a number moves: the whole, one part of it, or nothing that can be told. */
export type Target = { readonly whole: true } | { readonly whole: false; readonly slot: Slot } | null;

const WHOLE: Target = { whole: true };
const part = (slot: Slot): Target => ({ whole: false, slot });

const near = (policy: Policy, a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= policy.tariffs.sameRate;

/** The part that a number starts from or is, where there are several to tell apart. */
const knownPart = ({ parts }: TariffState, { from, rate }: TariffWord, policy: Policy): Slot | null => {
  if (parts.length < 2) return null;
  const found =
    parts.find((one) => near(policy, one.rate, from)) ?? parts.find((one) => near(policy, one.rate, rate));
  return found?.slot ?? null;
};

/** Is it, or does it start from, the whole that stands? A part of the same size is not. */
const isWhole = (state: TariffState, { counts, from, rate }: TariffWord, policy: Policy): boolean =>
  near(policy, from, state.rate) || (counts === 'open' && near(policy, rate, state.rate));

const comesOnTop = (state: TariffState, { counts, more, from }: TariffWord): boolean =>
  counts === 'part' || (more && state.rate !== null && from === null);

/** "Falls to 47 percent", where 30 stands, counts more than what stands: an average, or older duties too. */
export const countsMore = ({ rate: stands }: TariffState, { counts, falls, rate }: TariffWord): boolean =>
  counts === 'open' && falls && stands !== null && rate !== null && rate > stands;

/**
 * News often gives a number without saying what it counts. What stands on the day tells: a number that starts from the
 * whole, or is the whole, moves the whole; one that starts from a part, or is a part, moves that part; one that is said
 * to come on top is a part of its own; else it is the whole.
 */
export const targetOf = (state: TariffState, word: TariffWord, policy: Policy): Target => {
  if (word.counts === 'total') return WHOLE;
  if (countsMore(state, word)) return null;
  if (word.counts === 'part' && word.slot !== null) return part(word.slot);
  if (isWhole(state, word, policy)) return WHOLE;
  const known = knownPart(state, word, policy);
  if (known !== null) return part(known);
  if (!comesOnTop(state, word)) return WHOLE;
  return word.act === 'sight' ? null : part('unnamed');
};

export const sameRate = (policy: Policy, a: number | null, b: number | null): boolean =>
  a === b || near(policy, a, b);
