import { type Policy } from '../policy/policy.types';
import { isDay } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Day } from '../shared/primitives';
import { sameRate } from './classify';
import { type Move } from './move';
import { type Slot } from './word';
import { sumOf, type Part, type TariffState } from './tariff-state';

/** A rate made of parts, where they are known; `parts` may be fewer than what makes the whole. */
export interface Composed {
  readonly rate: number | null;
  readonly parts: readonly Part[];
}

const lapseOf = ({ word, seen }: Move): Day | null =>
  isDay(word.until) && word.effective !== null && (seen || isDay(word.effective)) ? word.until : null;

const toPart = (move: Move, old: Part | undefined, day: Day, policy: Policy): Part => {
  const same = old !== undefined && sameRate(policy, old.rate, move.rate);
  return {
    slot: move.slot ?? 'unnamed',
    rate: move.rate,
    since: same ? old.since : day,
    until: move.word.until ?? (same ? old.until : null),
    lapsesOn: lapseOf(move) ?? (same ? old.lapsesOn : null),
  };
};

const overlay = (
  parts: readonly Part[],
  moves: readonly Move[],
  day: Day,
  policy: Policy,
): readonly Part[] => {
  const moved = moves.map((move) =>
    toPart(
      move,
      parts.find(({ slot }) => slot === move.slot),
      day,
      policy,
    ),
  );
  return [...parts.filter(({ slot }) => !moved.some((one) => one.slot === slot)), ...moved].sort((a, b) =>
    compareText(a.slot, b.slot),
  );
};

const nonZero = (parts: readonly Part[]): readonly Part[] => parts.filter(({ rate }) => rate !== 0);

interface Moves {
  readonly whole: Move | null;
  readonly parts: readonly Move[];
}

/** The whole is told: parts are kept only where they make it. */
const underWhole = (
  state: TariffState,
  whole: Move,
  parts: readonly Move[],
  { day, policy }: On,
): Composed => {
  const { rate, word } = whole;
  const fresh = overlay([], parts, day, policy);
  if (rate === 0) return { rate: sumOf(fresh), parts: nonZero(fresh) };
  const only = state.parts.length === 1 && parts.length === 0 ? state.parts[0] : undefined;
  const as = (slot: Slot | undefined | null): readonly Part[] =>
    slot === undefined || slot === null ? [] : overlay([], [{ ...whole, slot }], day, policy);
  const fitting = [
    overlay(state.parts, parts, day, policy),
    state.parts,
    fresh,
    as(word.slot),
    as(only?.slot),
  ].find((made) => sameRate(policy, sumOf(made), rate));
  return { rate, parts: nonZero(fitting ?? fresh) };
};

/** Only parts are told: the whole follows, by their sum where all parts are known, else by what each of them moved. */
const fromParts = (state: TariffState, moves: readonly Move[], { day, policy }: On): Composed => {
  const parts = nonZero(overlay(state.parts, moves, day, policy));
  if (state.rate === null || sameRate(policy, sumOf(state.parts), state.rate))
    return { rate: sumOf(parts), parts };
  const shift = moves.reduce((sum, { slot, rate, from, word }) => {
    const before = state.parts.find((part) => part.slot === slot)?.rate ?? (word.more ? 0 : from);
    return before === null ? sum : sum + rate - before;
  }, 0);
  const rate = Math.max(0, state.rate + shift, sumOf(parts));
  return { rate: shift === 0 ? Math.max(state.rate, sumOf(moves)) : rate, parts };
};

interface On {
  readonly day: Day;
  readonly policy: Policy;
}

/** What the moves of a day make of the rate and its parts. */
export const compose = (state: TariffState, { whole, parts }: Moves, on: On): Composed =>
  whole === null ? fromParts(state, parts, on) : underWhole(state, whole, parts, on);
