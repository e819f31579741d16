import { merge, weightOf, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { daysBetween, isDay, sameDate } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Day } from '../shared/primitives';
import { type ReportedTotal } from '../values';
import { countsMore, sameRate } from './classify';
import { suspend } from './suspend';
import { type Once, type Step, type TariffState } from './tariff-state';
import { dueDay, type TariffWord } from './word';

/** Takes note of one claim of a day. */
type Note = (state: TariffState, claim: Claim<TariffWord>, day: Day, weighing: Weighing) => TariffState;

interface Today {
  readonly day: Day;
  readonly claims: readonly Claim<TariffWord>[];
}

const sameStep =
  (word: TariffWord) =>
  (step: Step): boolean =>
    step.word.rate === word.rate &&
    step.word.slot === word.slot &&
    (sameDate(step.word.effective, word.effective) || isMisdated(step.word, word));

// The same step for a day or two earlier or later is one step, misdated by one of the reports.
const MISDATED_DAYS = 3;

const isMisdated = ({ effective: a }: TariffWord, { effective: b }: TariffWord): boolean =>
  isDay(a) && isDay(b) && a !== b && Math.abs(daysBetween(a, b)) <= MISDATED_DAYS;

// "Put off to 1 June": the same step for a day well after takes the place of the earlier one, and that one told again is
// background.
const otherDay =
  (word: TariffWord, saidOn: Day) =>
  (step: Step): boolean =>
    step.word.rate === word.rate &&
    step.word.slot === word.slot &&
    step.saidOn < saidOn &&
    isDay(step.word.effective) &&
    isDay(word.effective);

const putOff = (steps: readonly Step[], claim: Claim<TariffWord>, day: Day): readonly Step[] => {
  const old = steps.find(otherDay(claim.what, day));
  if (old === undefined) return [...steps, toStep(claim, day)];
  const isLater = (old.word.effective ?? '') < (claim.what.effective ?? '');
  return isLater ? steps.map((step) => (step === old ? toStep(claim, day) : step)) : steps;
};

const toStep = ({ what, backing, firstSaid }: Claim<TariffWord>, day: Day): Step => ({
  word: what,
  due: dueDay(what.effective),
  saidOn: day,
  firstSaid,
  backing,
});

const addStep = (
  steps: readonly Step[],
  claim: Claim<TariffWord>,
  day: Day,
  weighing: Weighing,
): readonly Step[] => {
  const { what } = claim;
  const found = steps.find(sameStep(what));
  if (found === undefined) return putOff(steps, claim, day);
  if (isMisdated(found.word, what)) {
    const firmer = weightOf(weighing, claim.backing) > weightOf(weighing, found.backing);
    return firmer ? steps.map((step) => (step === found ? toStep(claim, day) : step)) : steps;
  }
  const backing = merge(weighing, found.backing, claim.backing);
  // A full day is better than a month.
  const finer = (what.effective?.length ?? 0) > (found.word.effective?.length ?? 0);
  if (backing === found.backing && !finer) return steps;
  const dated = finer ? { word: what, due: dueDay(what.effective) } : {};
  return steps.map((step) => (step === found ? { ...found, ...dated, backing } : step));
};

const addThreat = (
  threats: readonly Step[],
  claim: Claim<TariffWord>,
  day: Day,
  weighing: Weighing,
): readonly Step[] => {
  const found = threats.find(sameStep(claim.what));
  if (found === undefined) return [...threats, toStep(claim, day)];
  const backing = merge(weighing, found.backing, claim.backing);
  return backing === found.backing && found.saidOn === day
    ? threats
    : threats.map((step) => (step === found ? { ...found, backing, saidOn: day } : step));
};

const addTotal = (totals: readonly ReportedTotal[], what: TariffWord, day: Day): readonly ReportedTotal[] => {
  const { basis, rate } = what;
  if (rate === null || totals.some((one) => one.basis === basis && one.rate === rate)) return totals;
  return [...totals.filter((one) => one.basis !== basis), { basis, rate, saidOn: day }].sort((a, b) =>
    compareText(a.basis, b.basis),
  );
};

const addPast = (
  past: readonly Once[],
  { what, backing }: Claim<TariffWord>,
  day: Day,
  weighing: Weighing,
): readonly Once[] => {
  const { rate, basis } = what;
  if (rate === null) return past;
  const found = past.find((one) => one.rate === rate && one.basis === basis);
  const merged = merge(weighing, found?.backing ?? [], backing);
  if (found?.backing === merged && found.saidOn === day) return past;
  return [...past.filter((one) => one !== found), { rate, basis, saidOn: day, backing: merged }].sort(
    (a, b) => b.rate - a.rate || compareText(a.basis, b.basis),
  );
};

const noteTotal: Note = (state, { what }, day) => {
  const totals = addTotal(state.totals, what, day);
  return totals === state.totals ? state : { ...state, totals };
};

const noteStep: Note = (state, claim, day, weighing) => {
  if (countsMore(state, claim.what)) return noteTotal(state, claim, day, weighing);
  const steps = addStep(state.steps, claim, day, weighing);
  return steps === state.steps || standsAlready(state, claim.what, weighing) ? state : { ...state, steps };
};

const noteThreat: Note = (state, claim, day, weighing) => {
  const threats = addThreat(state.threats, claim, day, weighing);
  return threats === state.threats ? state : { ...state, threats };
};

const notePast: Note = (state, claim, day, weighing) => {
  const past = addPast(state.past, claim, day, weighing);
  return past === state.past ? state : { ...state, past };
};

const noteSight: Note = (state, claim, day, weighing) =>
  countsMore(state, claim.what) ? noteTotal(state, claim, day, weighing) : state;

const NOTES: Readonly<Partial<Record<TariffWord['act'], Note>>> = {
  due: noteStep,
  threat: noteThreat,
  once: notePast,
  other_total: noteTotal,
  sight: noteSight,
  suspend,
};

// An announcement told again after the day on which it came true is background.
const standsAlready = (state: TariffState, { rate, effective }: TariffWord, { policy }: Weighing): boolean =>
  sameRate(policy, state.rate, rate) &&
  (effective === null || (isDay(effective) && state.since !== null && effective <= state.since));

/** Takes note of what was announced, threatened, called off, told as past, or counted in another way. */
export const noteWords = (state: TariffState, today: Today, weighing: Weighing): TariffState => {
  const first = today.claims.filter(({ what }) => what.act !== 'suspend');
  const last = today.claims.filter(({ what }) => what.act === 'suspend');
  return [...first, ...last].reduce(
    (next, claim) => NOTES[claim.what.act]?.(next, claim, today.day, weighing) ?? next,
    state,
  );
};
