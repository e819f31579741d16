import { type Assertion } from '../evidence/assertion';
import { type Entry } from '../ledger/facet-logic';
import { addDays, isDay, placeOn } from '../shared/calendar';
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
}

const NOISE =
  /\b(the|us|u\.s\.|china|chinese|trade|tariff|truce|deal|agreement|framework|consensus|arrangement|accord|pact|pause|ceasefire|outline)\b/g;

/** `Phase 1 trade deal` and `Phase One` are one name. */
export const nameKey = (name: string | null): string | null => {
  const key = (name ?? '')
    .toLowerCase()
    .replace(/\bphase[ -]?(1|one)\b/g, 'phase one')
    .replace(/\bphase[ -]?(2|two)\b/g, 'phase two')
    .replace(NOISE, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? null : key;
};

const word = (o: TruceObservation, act: TruceWord['act'], dated: boolean): TruceWord => ({
  act,
  name: nameKey(o.name),
  calledName: nameKey(o.name) === null ? null : o.name,
  by: o.by,
  date: o.date,
  until: o.until,
  durationDays: o.durationDays,
  dated,
});

const entry = (day: Day, what: TruceWord): Entry<TruceWord> => ({
  day,
  what,
  key: [what.act, what.name, what.by, what.date, what.until, what.durationDays, what.dated].join('|'),
});

type Say = (o: TruceObservation, saidOn: Day) => readonly Entry<TruceWord>[];

// "In force" is so on the day of the report; its date tells when the truce was made or began, or will begin.
const inForce: Say = (o, saidOn) => {
  if (!isDay(o.date)) return [entry(saidOn, word(o, 'in_force', false))];
  const dated = entry(o.date, word(o, 'in_force', true));
  return o.date >= saidOn ? [dated] : [dated, entry(saidOn, word(o, 'in_force', false))];
};

// Where only the beginning and the length of a failed truce are told, the two give its end.
const collapsed: Say = (o, saidOn) => {
  const end = isDay(o.date) && o.durationDays !== null ? addDays(o.date, o.durationDays) : o.date;
  return [entry(placeOn(end, saidOn), word(o, 'collapsed', isDay(end)))];
};

const onDate =
  (act: TruceWord['act']): Say =>
  (o, saidOn) => [entry(placeOn(o.date, saidOn), word(o, act, isDay(o.date)))];

const onReport =
  (act: TruceWord['act']): Say =>
  (o, saidOn) => [entry(saidOn, word(o, act, false))];

const SAY: Readonly<Record<TruceObservation['status'], Say>> = {
  proposed: onReport('proposed'),
  agreed: onDate('agreed'),
  in_force: inForce,
  extended: onDate('extended'),
  strained: onReport('strained'),
  violation_alleged: onReport('alleged'),
  collapsed,
  expired: onDate('expired'),
};

/** Where a statement about a truce stands on the time line. */
export const truceEntries = ({ observation, source }: Assertion): readonly Entry<TruceWord>[] =>
  observation.type === 'truce' ? SAY[observation.status](observation, source.day) : [];
