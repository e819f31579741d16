import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { addDays, daysBetween, isDay } from '../shared/calendar';
import { type Policy } from '../policy/policy.types';
import { type Day } from '../shared/primitives';
import { sameRate, targetOf } from './classify';
import { compose } from './compose';
import { movesOf, prevailing, type Move } from './move';
import { noteWords } from './note-words';
import { sumOf, type Part, type Rival, type TariffState } from './tariff-state';
import { type TariffWord } from './word';

interface Today {
  readonly day: Day;
  readonly claims: readonly Claim<TariffWord>[];
}

const acting = (claims: readonly Claim<TariffWord>[], act: TariffWord['act']): readonly Claim<TariffWord>[] =>
  claims.filter(({ what }) => what.act === act);

// What time alone brings: terms that end, threats and contradictions that nobody repeated.
const age = (state: TariffState, day: Day, { policy }: Weighing): TariffState => {
  const lapsed = state.parts.filter(({ lapsesOn }) => lapsesOn !== null && lapsesOn <= day);
  const threats = state.threats.filter(
    ({ saidOn }) => daysBetween(saidOn, day) <= policy.staleness.threatDays,
  );
  const rivals = state.rivals.filter(
    ({ saidOn }) => daysBetween(saidOn, day) <= policy.conflict.togetherDays,
  );
  const suspended = state.suspended.filter(({ until }) => !isDay(until) || until >= day);
  const steps = state.steps.filter(
    ({ due, saidOn }) => due !== null || daysBetween(saidOn, day) <= policy.staleness.threatDays,
  );
  const kept = { ...state, steps, threats, rivals, suspended };
  if (lapsed.length > 0) {
    const parts = state.parts.filter((part) => !lapsed.includes(part));
    const rate = Math.max(0, (state.rate ?? 0) - sumOf(lapsed));
    return { ...kept, parts, rate, since: day, seen: false };
  }
  const same =
    threats.length === state.threats.length &&
    steps.length === state.steps.length &&
    rivals.length === state.rivals.length &&
    suspended.length === state.suspended.length;
  return same ? state : kept;
};

// A dated report of a change is news, not contradiction: one source that is not weak carries it. A mere sighting has to
// carry its share of the weight of what it contradicts.
const prevails = (state: TariffState, backing: Backing, dated: boolean, weighing: Weighing): boolean => {
  const { conflict, sources } = weighing.policy;
  const needed = conflict.overturnShare * weightOf(weighing, state.backing);
  return weightOf(weighing, backing) >= (dated ? Math.min(needed, sources.weight.media) : needed);
};

const addRival = (
  state: TariffState,
  rate: number,
  backing: Backing,
  today: Today,
  weighing: Weighing,
): TariffState => {
  const { policy } = weighing;
  const found = state.rivals.find((rival) => sameRate(policy, rival.rate, rate));
  const rival: Rival = { rate, saidOn: today.day, backing: merge(weighing, found?.backing ?? [], backing) };
  const rivals = [...state.rivals.filter((other) => other !== found), rival].sort((a, b) => a.rate - b.rate);
  return { ...state, rivals };
};

const settle = (
  state: TariffState,
  rate: number,
  moves: readonly Move[],
  today: Today,
  weighing: Weighing,
): TariffState => {
  const seen = moves.some((move) => move.seen);
  const own = moves.reduce<Backing>((all, { backing }) => merge(weighing, all, backing), []);
  const same = sameRate(weighing.policy, state.rate, rate);
  const backing = same ? merge(weighing, state.backing, own) : own;
  if (same && backing === state.backing && (state.seen || !seen)) return state;
  return {
    ...state,
    rate: same ? state.rate : rate,
    since: same ? (state.since ?? today.day) : today.day,
    seen: seen || (same && state.seen),
    backing,
    rivals: state.rivals.filter((rival) => !sameRate(weighing.policy, rival.rate, rate)),
  };
};

const partsEqual = (a: TariffState['parts'], b: TariffState['parts']): boolean =>
  a.length === b.length &&
  a.every((part, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      part.slot === other.slot &&
      part.rate === other.rate &&
      part.since === other.since &&
      part.until === other.until &&
      part.lapsesOn === other.lapsesOn
    );
  });

const begin = (state: TariffState, today: Today, weighing: Weighing): TariffState => {
  const due = state.steps.filter((step) => step.due !== null && step.due <= today.day);
  const rest =
    due.length === 0 ? state : { ...state, steps: state.steps.filter((step) => !due.includes(step)) };
  const all = movesOf(rest, acting(today.claims, 'begin'), due, weighing);
  if (all.length === 0) return rest;
  const ended = endedBy(rest, today);
  const { whole, parts, lost } = prevailing(all, weighing);
  const chosen = whole === null ? parts : [whole, ...parts];
  const made = compose(ended, { whole, parts }, today.day, weighing.policy);
  const backing = chosen.reduce<Backing>((sum, move) => merge(weighing, sum, move.backing), []);
  const rate = made.rate ?? 0;
  if (
    rest.rate !== null &&
    !sameRate(weighing.policy, rest.rate, rate) &&
    !prevails(rest, backing, true, weighing)
  ) {
    return addRival(rest, rate, backing, today, weighing);
  }
  const settled = settle(rest, rate, chosen, today, weighing);
  const withParts = partsEqual(settled.parts, made.parts) ? settled : { ...settled, parts: made.parts };
  return lost.reduce(
    (next, move) => (move.slot === null ? addRival(next, move.rate, move.backing, today, weighing) : next),
    withParts,
  );
};

/** "Past until 24 February": what ends on the day makes room for what begins on it. */
const endedBy = (state: TariffState, { claims }: Today): TariffState => {
  const ends = acting(claims, 'end').map(({ what }) => what.rate);
  if (ends.length === 0) return state;
  if (ends.includes(state.rate)) return { ...state, parts: [], rate: 0 };
  const parts = state.parts.filter(({ rate }) => !ends.includes(rate));
  return parts.length === state.parts.length ? state : { ...state, parts, rate: sumOf(parts) };
};

const sight = (
  state: TariffState,
  claim: Claim<TariffWord>,
  today: Today,
  weighing: Weighing,
): TariffState => {
  const { what, backing } = claim;
  const { policy } = weighing;
  const target = targetOf(state, what, policy);
  if (target === null || what.rate === null) return state;
  if (sameRate(policy, state.rate, what.rate)) {
    return settle(state, what.rate, [asSeen(claim, null)], today, weighing);
  }
  if (!target.whole) return sightPart(state, claim, target.slot, weighing);
  if (state.rate === null)
    return { ...settle(state, what.rate, [asSeen(claim, null)], today, weighing), since: null };
  const contested = addRival(state, what.rate, backing, today, weighing);
  const rival = contested.rivals.find(({ rate }) => rate === what.rate) ?? null;
  if (rival === null || !prevails(state, rival.backing, false, weighing)) return contested;
  return {
    ...contested,
    rate: rival.rate,
    since: today.day,
    seen: true,
    backing: rival.backing,
    parts: [],
    rivals: [...contested.rivals.filter((other) => other !== rival), asRival(state, today.day)],
  };
};

const asRival = (state: TariffState, day: Day): Rival => ({
  rate: state.rate ?? 0,
  saidOn: day,
  backing: state.backing,
});

const asSeen = ({ what, backing, firstSaid }: Claim<TariffWord>, slot: Move['slot']): Move => ({
  rate: what.rate ?? 0,
  from: what.from,
  slot,
  seen: true,
  word: what,
  backing,
  firstSaid,
});

// A part seen in force: fills in what makes the whole, and makes the whole where nothing stands yet.
const sightPart = (
  state: TariffState,
  { what, backing }: Claim<TariffWord>,
  slot: Part['slot'],
  weighing: Weighing,
): TariffState => {
  const rate = what.rate ?? 0;
  const known = state.parts.find((part) => part.slot === slot);
  if (known !== undefined && sameRate(weighing.policy, known.rate, rate)) return state;
  const part: Part = { slot, rate, since: null, until: what.until, lapsesOn: null };
  const parts = [...state.parts.filter((other) => other.slot !== slot), part].sort((a, b) =>
    a.slot < b.slot ? -1 : 1,
  );
  if (state.rate === null) return { ...state, rate, seen: true, backing, parts };
  return sumOf(parts) <= state.rate + weighing.policy.tariffs.sameRate ? { ...state, parts } : state;
};

/** The state of the tariff on all goods after a day. */
export const stepTariff = (state: TariffState, today: Today, weighing: Weighing): TariffState => {
  const noted = noteWords(age(state, today.day, weighing), today, weighing);
  const begun = begin(noted, today, weighing);
  return acting(today.claims, 'sight').reduce((next, claim) => sight(next, claim, today, weighing), begun);
};

/** The next day on which time alone alters it. */
export const wakeTariff = (state: TariffState, day: Day, policy: Policy): Day | null => {
  const days = [
    ...state.steps.map(({ due, saidOn }) => due ?? addDays(saidOn, policy.staleness.threatDays + 1)),
    ...state.parts.map(({ lapsesOn }) => lapsesOn),
    ...state.threats.map(({ saidOn }) => addDays(saidOn, policy.staleness.threatDays + 1)),
    ...state.rivals.map(({ saidOn }) => addDays(saidOn, policy.conflict.togetherDays + 1)),
    ...state.suspended.map(({ until }) => (isDay(until) ? addDays(until, 1) : null)),
  ].filter((one): one is Day => one !== null && one > day);
  return days.reduce<Day | null>((first, one) => (first === null || one < first ? one : first), null);
};
