import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { compareText } from '../shared/equal';
import { type Instant } from '../shared/primitives';
import { targetOf } from './classify';
import { type Step, type TariffState } from './tariff-state';
import { type Slot, type TariffWord } from './word';

/** A number that is to hold from the day on. `seen`: a report says so, not only an announcement. */
export interface Move {
  readonly rate: number;
  readonly from: number | null;
  readonly slot: Slot | null;
  readonly seen: boolean;
  readonly word: TariffWord;
  readonly backing: Backing;
  readonly firstSaid: Instant;
}

const toMove = (
  source: { readonly what: TariffWord; readonly backing: Backing; readonly firstSaid: Instant },
  state: TariffState,
  weighing: Weighing,
): Move | null => {
  const { what: word, backing, firstSaid } = source;
  const target = targetOf(state, word, weighing.policy);
  if (target === null || word.rate === null) return null;
  const slot = target.whole ? null : target.slot;
  return { rate: word.rate, from: word.from, slot, seen: word.act === 'begin', word, backing, firstSaid };
};

const isMove = (move: Move | null): move is Move => move !== null;

/** What a number counts is told by the whole that stood, and by the parts that are not over. */
interface Before {
  readonly stands: TariffState;
  readonly remains: TariffState;
}

// What one report tells of a day as a part and another only as a number is the part.
const asParts = (moves: readonly Move[]): readonly Move[] =>
  moves.map((move) => {
    if (move.slot !== null || move.word.counts !== 'open') return move;
    const part = moves.find(({ slot, rate }) => slot !== null && rate === move.rate);
    return part === undefined ? move : { ...move, slot: part.slot };
  });

export const movesOf = (
  { stands, remains }: Before,
  begins: readonly Claim<TariffWord>[],
  dues: readonly Step[],
  weighing: Weighing,
): readonly Move[] => {
  const state = { ...stands, parts: remains.parts };
  return asParts(
    [
      ...begins.map((claim) => toMove(claim, state, weighing)),
      ...dues.map((step) => toMove({ what: step.word, ...step }, state, weighing)),
    ].filter(isMove),
  );
};

// Seen before announced. Of what is seen the firmer, then what was told first; of plans the later, for a plan gives way
// to the plan that replaced it.
const strongestFirst =
  (weighing: Weighing) =>
  (a: Move, b: Move): number => {
    if (a.seen !== b.seen) return a.seen ? -1 : 1;
    const told = compareText(a.firstSaid, b.firstSaid);
    if (!a.seen) return -told || b.rate - a.rate;
    return weightOf(weighing, b.backing) - weightOf(weighing, a.backing) || told || b.rate - a.rate;
  };

const combine = (weighing: Weighing, a: Move, b: Move): Move => {
  const [first, second] =
    a.seen === b.seen ? [a, b].sort(strongestFirst(weighing)) : a.seen ? [a, b] : [b, a];
  return first === undefined || second === undefined
    ? a
    : { ...first, backing: merge(weighing, first.backing, second.backing) };
};

/** Several ways of telling the same move are one, with all that backs it. */
const together = (moves: readonly Move[], weighing: Weighing): readonly Move[] => {
  const byTarget = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.slot ?? 'whole'} ${move.rate}`;
    const known = byTarget.get(key);
    byTarget.set(key, known === undefined ? move : combine(weighing, known, move));
  }
  return [...byTarget.values()];
};

/** The moves that prevail on one day: at most one of the whole, one of each part. */
export const prevailing = (
  moves: readonly Move[],
  weighing: Weighing,
): { readonly whole: Move | null; readonly parts: readonly Move[]; readonly lost: readonly Move[] } => {
  const bySlot = new Map<Slot | null, Move>();
  const lost: Move[] = [];
  for (const move of [...together(moves, weighing)].sort(strongestFirst(weighing))) {
    if (!bySlot.has(move.slot)) bySlot.set(move.slot, move);
    else if (move.seen) lost.push(move);
  }
  const whole = bySlot.get(null) ?? null;
  bySlot.delete(null);
  return { whole, parts: [...bySlot.values()].sort((a, b) => compareText(a.slot ?? '', b.slot ?? '')), lost };
};
