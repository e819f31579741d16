import { merge, type Backing } from '../evidence/backing';
import { equal } from '../shared/equal';
import { sameRate } from './classify';
import { compose, type Composed } from './compose';
import { movesOf, prevailing, type Move } from './move';
import { fallAway, makeRoom } from './end';
import { sumOf, type TariffState } from './tariff-state';
import { acting, addRival, confirm, isBelievedChange, replaceRate, type Turn } from './turn';

const settle = (
  state: TariffState,
  { rate, parts }: Composed,
  chosen: readonly Move[],
  turn: Turn,
): TariffState => {
  const backing = chosen.reduce<Backing>((sum, move) => merge(turn.weighing, sum, move.backing), []);
  const seen = chosen.some((move) => move.seen);
  const told = { rate: rate ?? 0, backing, seen, since: turn.day };
  if (!sameRate(turn.weighing.policy, state.rate, told.rate)) {
    if (state.rate !== null && !isBelievedChange(state, backing, turn)) return addRival(state, told, turn);
    return { ...replaceRate(state, told, turn), parts };
  }
  const confirmed = confirm(state, { backing, seen }, turn);
  return equal(confirmed.parts, parts) ? confirmed : { ...confirmed, parts };
};

// A whole that was only announced for the day, by parts that are seen in force on it and make another.
const isOverruled = (whole: Move | null, parts: readonly Move[], { weighing }: Turn): boolean =>
  whole !== null &&
  !whole.seen &&
  parts.length > 1 &&
  parts.every(({ seen }) => seen) &&
  !sameRate(weighing.policy, sumOf(parts), whole.rate);

/** What is in force from this day on: by report, or because the day of an announced step has come. */
export const begin = (state: TariffState, turn: Turn): TariffState => {
  const { day, weighing } = turn;
  const due = state.steps.filter((step) => step.due !== null && step.due <= day);
  const rest =
    due.length === 0 ? state : { ...state, steps: state.steps.filter((step) => !due.includes(step)) };
  const room = makeRoom(rest, turn);
  const moves = movesOf({ stands: rest, remains: room }, acting(turn, 'begin'), due, weighing);
  if (moves.length === 0) return fallAway(rest, room, turn);
  const { whole: told, parts, lost } = prevailing(moves, weighing);
  const whole = isOverruled(told, parts, turn) ? null : told;
  const made = compose(room, { whole, parts }, { day, policy: weighing.policy });
  const settled = settle(rest, made, whole === null ? parts : [whole, ...parts], turn);
  return lost.filter(({ slot }) => slot === null).reduce((next, move) => addRival(next, move, turn), settled);
};
