import { readFacet, type Meeting, type Relation, type Truce } from '@app/domain';
import { type Comparison } from './agreement';
import { daysFrom, plusDays } from './days';
import { type Reference, type Step } from './reference';

// The meetings held and the status of truces against the reference's timeline.

/** The reference dates a round of talks by its first day, reports by its last. */
const ROUND_DAYS = 4;
const SOON_DAYS = 7;

const heldIn = (relation: Relation, kind: string, day: string): readonly Meeting[] => {
  const value = readFacet(relation, `meetings/${kind}`, { asOf: day })?.value;
  return value?.type === 'meetings' ? value.recent.filter(({ status }) => status === 'held') : [];
};

const isAbout = (day: string, { date }: Meeting): boolean => {
  if (date === null) return false;
  const apart = Math.abs(Date.parse(day) - Date.parse(date)) / 86_400_000;
  return day.startsWith(date) || apart <= ROUND_DAYS;
};

const meeting = (relation: Relation, { date, effect }: Step): Comparison => {
  const kind = String(effect['kind']);
  const held = heldIn(relation, kind, plusDays(date, ROUND_DAYS));
  return {
    field: 'meetings held',
    date,
    what: kind,
    want: date,
    got: held.some((one) => isAbout(date, one)) ? date : (held[0]?.date ?? null),
    soon: { want: [], got: [] },
    because: [],
  };
};

const words = (name: string | null): readonly string[] =>
  (name ?? '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const statusOf = (relation: Relation, name: string, day: string): string | null => {
  const value = readFacet(relation, 'truce', { asOf: day })?.value;
  const truces: readonly Truce[] = value?.type === 'truce' ? [value, ...value.beside] : [];
  const wanted = words(name);
  return truces.find((one) => words(one.name).some((word) => wanted.includes(word)))?.status ?? null;
};

const truce = (relation: Relation, { date, effect }: Step): Comparison => {
  const name = String(effect['name']);
  const soon = daysFrom(plusDays(date, 1), plusDays(date, SOON_DAYS));
  return {
    field: 'truces',
    date,
    what: name,
    want: String(effect['status']),
    got: statusOf(relation, name, date),
    soon: { want: [], got: soon.map((day) => statusOf(relation, name, day)) },
    because: [],
  };
};

/** Each meeting held and each turn of a truce that the timeline has. */
export const compareEvents = (relation: Relation, { steps }: Reference): readonly Comparison[] =>
  steps.flatMap((step) => {
    if (step.kind === 'truce') return [truce(relation, step)];
    return step.kind === 'meeting' && step.effect['status'] === 'held' ? [meeting(relation, step)] : [];
  });
