import { type Assertion } from '../evidence/assertion';
import { type Weighing } from '../evidence/backing';
import { type Entry } from '../ledger/facet-logic';
import { addDays, isDay, lastDayOf } from '../shared/calendar';
import { type TariffAuthority, type TariffBasis, type TariffObservation } from '../shared/observation';
import { type Day, type PartialDate } from '../shared/primitives';
import { toldOn } from './told-on';

/** A part of the rate on all goods goes by the law or the ground that it rests on. */
export type Slot = Exclude<TariffAuthority, 'ieepa'> | 'unnamed';

/** What one statement says about the rate on all goods, on one day. */
export interface TariffWord {
  /** `begin`: in force from this day. `sight`: seen in force on this day. `was`: had been in force until this day. `once`: had been in force at some time. `due`: will be in force from `due` on. */
  readonly act: 'begin' | 'sight' | 'was' | 'once' | 'due' | 'threat' | 'suspend' | 'end' | 'other_total';
  readonly rate: number | null;
  readonly from: number | null;
  /** What the number counts; `open` is settled against what stands on the day. */
  readonly counts: 'total' | 'part' | 'open';
  /** Said to come on top of what stands. */
  readonly more: boolean;
  /** Said to come down to this. */
  readonly falls: boolean;
  readonly slot: Slot | null;
  /** The law or ground that is told, where it may carry several parts. */
  readonly ground: TariffAuthority | null;
  /** Its end was told on its day or before, not as background. */
  readonly toldAhead: boolean;
  readonly basis: TariffBasis;
  readonly effective: PartialDate | null;
  readonly until: PartialDate | null;
}

const KEPT_APART: readonly TariffBasis[] = ['total_with_older', 'average', 'effective', 'sector'];

const slotOf = ({ imposer, authority }: TariffObservation): Slot | null => {
  // China's tariff on all goods is one tariff, whatever it is called.
  if (imposer === 'CN')
    return authority === null || authority === 'reciprocal' ? 'retaliation' : slotName(authority);
  return authority === null ? null : slotName(authority);
};

// The emergency powers act carried both the fentanyl and the reciprocal tariff: its name alone tells them not apart.
const slotName = (authority: TariffAuthority): Slot | null => (authority === 'ieepa' ? null : authority);

const countsOf = (
  { observation, hint }: Assertion<TariffObservation>,
  slot: Slot | null,
): TariffWord['counts'] => {
  if (observation.basis === 'cumulative_total' || hint === 'total') return 'total';
  if (hint === 'part' || (observation.basis === 'additional' && slot !== null)) return 'part';
  return observation.imposer === 'CN' ? 'part' : slot === null ? 'open' : 'part';
};

const wordOf = (assertion: Assertion<TariffObservation>, act: TariffWord['act']): TariffWord => {
  const { observation, source, manner } = assertion;
  const { rate, rateFrom, basis, effective, until } = observation;
  const slot = slotOf(observation);
  return {
    act,
    rate,
    from: rateFrom,
    counts: countsOf(assertion, slot),
    more: manner.more,
    falls: manner.falls,
    slot,
    ground: slot === null ? observation.authority : null,
    toldAhead: isDay(until) && source.day <= until,
    basis,
    effective,
    until,
  };
};

const entry = (day: Day, what: TariffWord): Entry<TariffWord> => ({
  day,
  what,
  key: [
    what.act,
    what.rate,
    what.from,
    what.counts,
    what.more,
    what.falls,
    what.slot,
    what.ground,
    what.toldAhead,
    what.basis,
    what.effective,
    what.until,
  ].join('|'),
});

type Say = (assertion: Assertion<TariffObservation>, saidOn: Day) => readonly Entry<TariffWord>[];

const inEffect: Say = (assertion, saidOn) => {
  const { effective, until } = assertion.observation;
  // Whatever it is called, what ended before the report is past.
  if (isDay(until) && until < saidOn) return past(assertion, saidOn);
  if (!isDay(effective)) return [entry(saidOn, wordOf(assertion, 'sight'))];
  if (effective > saidOn) return announced(assertion, saidOn);
  const begin = entry(effective, wordOf(assertion, 'begin'));
  return effective === saidOn ? [begin] : [begin, entry(saidOn, wordOf(assertion, 'sight'))];
};

const announced: Say = (assertion, saidOn) => {
  const { effective } = assertion.observation;
  const day = toldOn(assertion.observation, saidOn);
  return [entry(isDay(effective) && effective < day ? effective : day, wordOf(assertion, 'due'))];
};

// A step that was called off is off from before the day on which it would have begun.
const suspended: Say = (assertion, saidOn) => {
  const { effective } = assertion.observation;
  return [entry(isDay(effective) && effective < saidOn ? effective : saidOn, wordOf(assertion, 'suspend'))];
};

// "Had reached 145 percent" dates the past and says nothing of today.
const past: Say = (assertion, saidOn) => {
  const { effective, until, rate } = assertion.observation;
  const begun = rate !== null && isDay(effective) && (until === null || effective < until);
  return [
    ...(rate === null ? [] : [entry(saidOn, wordOf(assertion, 'once'))]),
    ...(begun ? [entry(effective, wordOf(assertion, 'begin'))] : []),
    ...(isDay(until)
      ? [
          ...(rate === null ? [] : [entry(addDays(until, -1), wordOf(assertion, 'was'))]),
          entry(until, wordOf(assertion, 'end')),
        ]
      : []),
  ];
};

const SAY: Readonly<Record<TariffObservation['status'], Say>> = {
  in_effect: inEffect,
  announced,
  suspended,
  past,
  threatened: (assertion, saidOn) => [
    entry(toldOn(assertion.observation, saidOn), wordOf(assertion, 'threat')),
  ],
};

// "The emergency tariffs will no longer be collected": the end of a ground needs no number.
const saysWithoutRate = ({ status, authority, until }: TariffObservation): boolean =>
  status === 'suspended' || (status === 'past' && authority !== null && isDay(until));

/** Where a statement on all goods stands on the time line. */
export const tariffEntries = (assertion: Assertion, { policy }: Weighing): readonly Entry<TariffWord>[] => {
  const { observation, source } = assertion;
  if (observation.type !== 'tariff') return [];
  const about = { ...assertion, observation };
  if (observation.rate === null && !saysWithoutRate(observation)) return [];
  if (KEPT_APART.includes(observation.basis)) return [entry(source.day, wordOf(about, 'other_total'))];
  return SAY[observation.status](about, source.day).filter(
    ({ day, what }) => day >= policy.tariffs.acrossTheBoardFrom || what.act === 'threat',
  );
};

/** The day on which an announced step is in force: for a month, its last; null where no day can be told. */
export const dueDay = (effective: PartialDate | null): Day | null =>
  effective === null || effective.length === 4 ? null : lastDayOf(effective);
