import { type Policy } from '../policy/policy.types';
import { type TariffState } from './tariff-state';
import { type Slot, type TariffWord } from './word';

/** What a number moves: the whole, one part of it, or nothing that can be told. */
export type Target = { readonly whole: true } | { readonly whole: false; readonly slot: Slot } | null;

const WHOLE: Target = { whole: true };
const part = (slot: Slot): Target => ({ whole: false, slot });

const near = (policy: Policy, a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= policy.tariffs.sameRate;

/**
 * News often gives a number without saying what it counts. What stands on the day tells: a number that starts from the
 * whole, or is the whole, moves the whole; one that starts from a part, or is a part, moves that part; one that is said
 * to come on top is a part of its own; else it is the whole.
 */
export const targetOf = (state: TariffState, word: TariffWord, policy: Policy): Target => {
  if (word.counts === 'total') return WHOLE;
  if (word.counts === 'part' && word.slot !== null) return part(word.slot);
  if (near(policy, word.from, state.rate)) return WHOLE;
  if (word.counts === 'open' && near(policy, word.rate, state.rate)) return WHOLE;
  const known =
    state.parts.find(({ rate }) => near(policy, rate, word.from)) ??
    state.parts.find(({ rate }) => near(policy, rate, word.rate));
  if (known !== undefined && state.parts.length > 1) return part(known.slot);
  if (word.counts === 'part' || (word.more && state.rate !== null && word.from === null)) {
    return word.act === 'sight' ? null : part('unnamed');
  }
  return WHOLE;
};

export const sameRate = (policy: Policy, a: number | null, b: number | null): boolean =>
  a === b || near(policy, a, b);
