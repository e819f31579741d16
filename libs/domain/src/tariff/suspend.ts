import { type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { isDay, sameDate } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { type SuspendedPart } from '../values';
import { sameRate } from './classify';
import { sumOf, type Step, type TariffState } from './tariff-state';
import { type TariffWord } from './word';

// "The 100 percent will not be charged" also takes back the 130 that it would have made, and the like step without rate.
const calledOff =
  (state: TariffState, { rate, effective }: TariffWord, weighing: Weighing) =>
  ({ word }: Step): boolean => {
    if (!sameDate(effective, word.effective)) return false;
    if (rate === null) return effective !== null && word.effective === effective;
    const { policy } = weighing;
    return (
      sameRate(policy, word.rate, rate) ||
      (state.rate !== null && sameRate(policy, word.rate, sumOf([{ rate: state.rate }, { rate }])))
    );
  };

const authorityOf = ({ slot }: TariffWord): SuspendedPart['authority'] => (slot === 'unnamed' ? null : slot);

/** One report may give the rate and another only the day: a suspension without a number is of whatever is suspended. */
const isSamePart =
  ({ rate }: TariffWord) =>
  (part: SuspendedPart): boolean =>
    rate === null || part.rate === null || part.rate === rate;

/** Said to be on hold still on its last day or after it: it was prolonged, nobody says until when. */
const untilOf = (part: SuspendedPart, { until }: TariffWord, day: Day): SuspendedPart['until'] =>
  until ?? (isDay(part.until) && part.until <= day ? null : part.until);

const hold = (parts: readonly SuspendedPart[], what: TariffWord, day: Day): readonly SuspendedPart[] => {
  const { rate, until } = what;
  const found = parts.filter(isSamePart(what));
  if (found.length === 0) {
    const fresh = { rate, authority: authorityOf(what), until, since: day };
    return [...parts, fresh].sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
  }
  const isTold = found.every(
    (part) => untilOf(part, what, day) === part.until && (rate === null || part.rate === rate),
  );
  if (isTold) return parts;
  return parts.map((part) =>
    found.includes(part)
      ? {
          rate: rate ?? part.rate,
          authority: authorityOf(what) ?? part.authority,
          until: untilOf(part, what, day),
          since: part.since,
        }
      : part,
  );
};

/** A step is called off, or a part is put on hold. */
export const suspend = (
  state: TariffState,
  { what }: Claim<TariffWord>,
  day: Day,
  weighing: Weighing,
): TariffState => {
  const off = calledOff(state, what, weighing);
  const steps = state.steps.filter((step) => !off(step));
  // A step that was called off for its day is gone: nothing of it is kept in suspense.
  if (steps.length < state.steps.length && what.effective !== null && what.until === null)
    return { ...state, steps };
  const suspended = hold(state.suspended, what, day);
  return suspended === state.suspended && steps.length === state.steps.length
    ? state
    : { ...state, steps, suspended };
};
