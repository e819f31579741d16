import { merge, type Backing } from '../evidence/backing';
import { type TariffAuthority } from '../shared/observation';
import { sameRate } from './classify';
import { sumOf, type Part, type TariffState } from './tariff-state';
import { acting, isBelievedChange, replaceRate, type TariffClaim, type Turn } from './turn';
import { type Slot, type TariffWord } from './word';

// The emergency powers act carried both the fentanyl and the reciprocal tariff: what ends it ends both.
const RESTS_ON: Readonly<Partial<Record<TariffAuthority, readonly Slot[]>>> = {
  ieepa: ['fentanyl', 'reciprocal'],
};

/** Does a part of this name rest on the ground whose end is told? */
const restsOn = (slot: Slot | null, ground: TariffAuthority | null): boolean =>
  ground !== null && slot !== null && (slot === ground || (RESTS_ON[ground] ?? []).includes(slot));

const isWhole = (state: TariffState, { slot, rate }: TariffWord, { weighing }: Turn): boolean =>
  slot === null && rate !== null && sameRate(weighing.policy, rate, state.rate);

const endsPart =
  ({ weighing }: Turn, { slot, rate, ground }: TariffWord) =>
  (part: Part): boolean =>
    rate === null
      ? restsOn(part.slot, ground)
      : sameRate(weighing.policy, rate, part.rate) && (slot === null || slot === part.slot);

/** "Past until 24 February": what ends on the day makes room for what begins on it. */
export const makeRoom = (state: TariffState, turn: Turn): TariffState => {
  const ends = acting(turn, 'end').map(({ what }) => what);
  if (ends.length === 0) return state;
  if (ends.some((what) => isWhole(state, what, turn))) return { ...state, parts: [], rate: 0 };
  const ended = state.parts.filter((part) => ends.some((what) => endsPart(turn, what)(part)));
  if (ended.length === 0) return state;
  const parts = state.parts.filter((part) => !ended.includes(part));
  return { ...state, parts, rate: Math.max(sumOf(parts), (state.rate ?? 0) - sumOf(ended)) };
};

// That a level was left says nothing of the next; that a part, or the ground of it, is gone does, and that it ends today.
const isFall = ({ what }: TariffClaim): boolean =>
  what.slot !== null || what.ground !== null || what.toldAhead;

/** A part, or the whole with its ground, ended, and nothing is told to take its place. */
export const fallAway = (state: TariffState, room: TariffState, turn: Turn): TariffState => {
  const ends = acting(turn, 'end').filter(isFall);
  const backing = ends.reduce<Backing>((sum, one) => merge(turn.weighing, sum, one.backing), []);
  if (room === state || ends.length === 0 || !isBelievedChange(state, backing, turn)) return state;
  const fallen = { rate: room.rate ?? 0, backing, seen: true, since: turn.day };
  return { ...replaceRate(state, fallen, turn), parts: room.parts };
};

const isKnownWhole = ({ parts, rate }: TariffState, { weighing }: Turn): boolean =>
  rate !== null && sameRate(weighing.policy, sumOf(parts), rate);

/** What was suspended of a part goes with the part. */
export const dropSuspended = (before: TariffState, after: TariffState, turn: Turn): TariffState => {
  if (before.parts === after.parts || after.suspended.length === 0 || !isKnownWhole(after, turn))
    return after;
  const gone = before.parts
    .map(({ slot }) => slot)
    .filter((slot) => !after.parts.some((part) => part.slot === slot));
  const suspended = after.suspended.filter(({ authority }) => !gone.some((slot) => slot === authority));
  return suspended.length === after.suspended.length ? after : { ...after, suspended };
};

/** What was suspended and is charged again is not suspended any more: 20 and the 30 on hold are the 50 that stand now. */
export const dropCharged = (before: TariffState, after: TariffState, { weighing }: Turn): TariffState => {
  const rise = (after.rate ?? 0) - (before.rate ?? 0);
  if (rise <= 0 || after.suspended.length === 0) return after;
  const isCharged = ({ rate }: { readonly rate: number | null }): boolean =>
    rate !== null && sameRate(weighing.policy, rate, rise);
  const all = sumOf(after.suspended.map(({ rate }) => ({ rate: rate ?? 0 })));
  const suspended = isCharged({ rate: all }) ? [] : after.suspended.filter((part) => !isCharged(part));
  return suspended.length === after.suspended.length ? after : { ...after, suspended };
};
