import { compareText } from '../shared/equal';
import { sameRate, targetOf } from './classify';
import { sumOf, type Part, type TariffState } from './tariff-state';
import {
  addRival,
  confirm,
  isBelievedChange,
  outweighs,
  replaceRate,
  type TariffClaim,
  type Turn,
} from './turn';
import { type Slot } from './word';

// A part seen in force fills in what makes the whole, and makes the whole where nothing stands yet.
const sightPart = (
  state: TariffState,
  { what, backing }: TariffClaim,
  slot: Slot,
  { weighing }: Turn,
): TariffState => {
  const { policy } = weighing;
  const rate = what.rate ?? 0;
  const known = state.parts.find((part) => part.slot === slot);
  if (known !== undefined && sameRate(policy, known.rate, rate)) return state;
  const part: Part = { slot, rate, since: null, until: what.until, lapsesOn: null };
  const parts = [...state.parts.filter((other) => other.slot !== slot), part].sort((a, b) =>
    compareText(a.slot, b.slot),
  );
  if (state.rate === null) return { ...state, rate, seen: true, backing, parts };
  return sumOf(parts) <= state.rate + policy.tariffs.sameRate ? { ...state, parts } : state;
};

/**
 * Another rate was seen than the one that stands: a conflict, until it outweighs it; then the old one is the conflict. "Down
 * from 20 to 10", where 20 stands, is the report of a change, of the day it was told.
 */
const contradict = (state: TariffState, rate: number, claim: TariffClaim, turn: Turn): TariffState => {
  const { policy } = turn.weighing;
  const isChange = claim.what.from !== null && sameRate(policy, claim.what.from, state.rate);
  const contested = addRival(state, { rate, backing: claim.backing }, turn);
  const backing = contested.rivals.find((rival) => sameRate(policy, rival.rate, rate))?.backing ?? [];
  if (isChange && isBelievedChange(state, claim.backing, turn)) {
    return {
      ...replaceRate(state, { rate, backing: claim.backing, seen: true, since: turn.day }, turn),
      parts: [],
    };
  }
  if (!outweighs(state, backing, turn)) return contested;
  const replaced = replaceRate(contested, { rate, backing, seen: true, since: null }, turn);
  return addRival({ ...replaced, parts: [] }, { rate: state.rate ?? 0, backing: state.backing }, turn);
};

/** "Had been in force until then" confirms what stood, and no more. */
export const confirmPast = (state: TariffState, { what, backing }: TariffClaim, turn: Turn): TariffState =>
  state.rate !== null && sameRate(turn.weighing.policy, state.rate, what.rate)
    ? confirm(state, { backing, seen: true }, turn)
    : state;

/** "In effect", seen on a day: it confirms or contradicts what stands, and does not say since when. */
export const sight = (state: TariffState, claim: TariffClaim, turn: Turn): TariffState => {
  const { what, backing } = claim;
  const { policy } = turn.weighing;
  const target = targetOf(state, what, policy);
  if (target === null || what.rate === null) return state;
  if (sameRate(policy, state.rate, what.rate)) return confirm(state, { backing, seen: true }, turn);
  if (!target.whole) return sightPart(state, claim, target.slot, turn);
  if (state.rate !== null) return contradict(state, what.rate, claim, turn);
  return replaceRate(state, { rate: what.rate, backing, seen: true, since: null }, turn);
};
