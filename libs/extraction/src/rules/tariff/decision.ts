import { words, type Party } from '../helpers';
import { type Fields } from '../rule';
import { actingClause, actOf } from './act';
import { isOnlyAllowed, type Act } from './act-words';
import { amountIn } from './coverage';
import { isUnderCondition } from './condition';
import { type Memory } from './memory';
import { isListPending } from './story';
import { isAnsweringAnnounced } from './same-rate';
import { tariffStatus } from './tariff-status';
import { putOffTo, whenOf, type When } from './when';
import { type Zone } from './zones';

type Status = Fields['tariff']['status'];

/** What is done to a duty, when, and where it stands by that. */
export interface Decision {
  readonly act: Act;
  readonly when: When;
  readonly status: Status;
  /** The row of the table that gave the status, for `explain`. */
  readonly row: string;
}

/** Status by act, clause and day; what matches a duty that is yet to come is yet to come as well. */
const statusOf = (
  zone: Zone,
  act: Act,
  when: When,
  answersAnnounced: boolean,
): Pick<Decision, 'status' | 'row'> | null => {
  const { tense, modality: own, negated } = actingClause(zone);
  const modality = isUnderCondition(zone) ? 'condition' : own;
  const rows: string[] = [];
  const status = tariffStatus({ class: act, tense, modality, negated, when: when.stands }, (_step, row) => {
    rows.push(row);
  });
  if (status === null) return null;
  const row = rows.join();
  return status === 'in_effect' && answersAnnounced
    ? { status: 'announced', row: `${row}; announced, as what it answers` }
    : { status, row };
};

/** The day to which the duty is put off, where one is named: it is announced for that day. */
const laterDay = (zone: Zone, act: Act): string | null =>
  act === 'suspend' || act === 'impose' ? putOffTo(zone) : null;

/** A duty on goods of a list that is not final, with no day to begin. */
const isPending = (zone: Zone, when: When): boolean =>
  when.effective === null &&
  zone.rate.before === null &&
  !Number.isNaN(zone.rate.value) &&
  zone.doc.published !== null &&
  amountIn(zone.doc, zone.near) !== undefined &&
  isListPending(zone.doc);

/** "cut tariffs by 115%", "by removing 10 points": what is taken off is no level. */
const isTakenOff = (zone: Zone, act: Act): boolean => {
  if (act === 'end' && zone.rate.kind === 'points') return true;
  const ahead = ` ${words(zone.doc, { from: Math.max(zone.from, zone.told.from - 8), to: zone.told.from })} `;
  return zone.rate.kind === 'percent' && cutBy.test(ahead);
};
const cutBy =
  / (?:cut|cuts|cutting|lower|lowers|lowered|lowering|reduce|reduces|reduced|reducing|slash|slashed|slashing|trim|trimmed)(?: [\w'-]+){0,5} by $/;

/** What becomes of the duty of a stretch; null where no row of the table fits. */
export const decisionOf = (zone: Zone, imposer: Party, memory: Memory): Decision | null => {
  if (isOnlyAllowed(` ${words(zone.doc, zone)} `)) return null;
  const first = actOf(zone);
  if (isTakenOff(zone, first)) return null;
  const later = laterDay(zone, first);
  const when: When = later === null ? whenOf(zone) : { effective: later, until: null, stands: 'ahead' };
  const act = later === null ? first : 'announce';
  const told = statusOf(zone, act, when, isAnsweringAnnounced(zone, imposer, memory));
  if (told === null) return null;
  const { status, row } = told;
  return status === 'announced' && isPending(zone, when)
    ? { act, when, status: 'threatened', row: `${row}; threatened, for the list is not final` }
    : { act, when, status, row };
};
