import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { addDays, daysBetween, isDay, placeOn } from '../shared/calendar';
import { type TruceObservation } from '../shared/observation';
import { type Day, type PartialDate, type Party } from '../shared/primitives';

/** What one statement says about a truce, on one day. */
export interface TruceWord {
  readonly act:
    'agreed' | 'in_force' | 'extended' | 'strained' | 'alleged' | 'collapsed' | 'expired' | 'proposed';
  /** The words that name it, lower case: `geneva`, `phase one`; null where it has no name. */
  readonly name: string | null;
  readonly calledName: string | null;
  readonly by: Party | null;
  readonly date: PartialDate | null;
  readonly until: PartialDate | null;
  readonly durationDays: number | null;
  /** The day of the entry is told in the text, not only the day of the report. */
  readonly dated: boolean;
  /** Whether what it says of the end was told at the time. */
  readonly told: 'then' | 'afterwards';
}

const NOISE =
  /\b(the|us|u\.s\.|china|chinese|trade|tariff|truce|deal|agreement|framework|consensus|arrangement|accord|pact|pause|ceasefire|outline)\b/g;

/** `Phase 1 trade deal` and `Phase One` are one name. */
const nameKey = (name: string | null): string | null => {
  const key = (name ?? '')
    .toLowerCase()
    .replace(/\bphase[ -]?(1|one)\b/g, 'phase one')
    .replace(/\bphase[ -]?(2|two)\b/g, 'phase two')
    .replace(NOISE, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? null : key;
};

const word = (o: TruceObservation, act: TruceWord['act'], isDated: boolean): TruceWord => ({
  act,
  name: nameKey(o.name),
  calledName: nameKey(o.name) === null ? null : o.name,
  by: o.by,
  date: o.date,
  until: o.until,
  durationDays: o.durationDays,
  dated: isDated,
  told: 'then',
});

const entry = (day: Day, what: TruceWord): Entry<TruceWord> => ({
  day,
  what,
  key: [what.act, what.name, what.by, what.date, what.until, what.durationDays, what.dated, what.told].join(
    '|',
  ),
});

type Say = (o: TruceObservation, saidOn: Day) => readonly Entry<TruceWord>[];

/** A date told long afterwards: what such a report says of the end is the end as it is now, not as it was then. */
const LONG_AFTER_DAYS = 45;

const isOld = (date: Day, saidOn: Day): boolean => daysBetween(date, saidOn) > LONG_AFTER_DAYS;

const dated = (o: TruceObservation, act: TruceWord['act'], date: Day, saidOn: Day): Entry<TruceWord> =>
  entry(date, { ...word(o, act, true), told: isOld(date, saidOn) ? 'afterwards' : 'then' });

// "In force" is so on the day of the report; its date tells when the truce was made or began, or will begin.
const inForce: Say = (o, saidOn) => {
  const sight = entry(saidOn, word(o, 'in_force', false));
  if (!isDay(o.date)) return [sight];
  const begun = dated(o, 'in_force', o.date, saidOn);
  return o.date >= saidOn ? [begun] : [begun, sight];
};

// Where only the beginning and the length of an ended truce are told, the two give its end.
const ended =
  (act: 'collapsed' | 'expired'): Say =>
  (o, saidOn) => {
    const end = isDay(o.date) && o.durationDays !== null ? addDays(o.date, o.durationDays) : o.date;
    return [entry(placeOn(end, saidOn), { ...word(o, act, isDay(end)), date: end })];
  };

const agreed: Say = (o, saidOn) =>
  isDay(o.date)
    ? [dated(o, 'agreed', o.date, saidOn)]
    : [entry(placeOn(o.date, saidOn), word(o, 'agreed', false))];

const extended: Say = (o, saidOn) =>
  isDay(o.date) && !isOld(o.date, saidOn)
    ? [dated(o, 'extended', o.date, saidOn)]
    : [entry(saidOn, word(o, 'extended', false))];

const onReport =
  (act: TruceWord['act']): Say =>
  (o, saidOn) => [entry(saidOn, word(o, act, false))];

const SAY: Readonly<Record<TruceObservation['status'], Say>> = {
  proposed: onReport('proposed'),
  agreed,
  in_force: inForce,
  extended,
  strained: onReport('strained'),
  violation_alleged: onReport('alleged'),
  collapsed: ended('collapsed'),
  expired: ended('expired'),
};

/** Where a statement about a truce stands on the time line. */
export const truceEntries = ({ observation, source }: Assertion): readonly Entry<TruceWord>[] =>
  observation.type === 'truce' ? SAY[observation.status](observation, source.day) : [];
