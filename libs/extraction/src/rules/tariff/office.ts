import { inside } from '../../doc';
import { persons } from '../../lexicon/persons';
import { words } from '../helpers';
import { type Zone } from './zones';

type Term = readonly [string, string | null];

/** Presidents of the United States with their terms, each from the day of the election. */
const presidents: ReadonlyMap<string, readonly Term[]> = new Map(
  persons.flatMap((p) => (p.side === 'US' && p.leader !== undefined ? [[p.name, p.leader]] : [])),
);

/** Who is elected in November may order duties from 20 January on. */
const inauguration = (elected: string): string => `${Number(elected.slice(0, 4)) + 1}-01-20`;

const governs = (name: string, day: string): boolean =>
  (presidents.get(name) ?? []).some(([from, to]) => inauguration(from) <= day && (to === null || day < to));

/** A candidate or a president-elect speaks of what he will do: nothing is decided. */
export const isOutOfOffice = (zone: Zone): boolean => {
  const { published } = zone.doc;
  if (/president - elect|former president|\bcandidate\b/.test(words(zone.doc, zone.near))) return true;
  if (published === null || zone.clause.tense !== 'future') return false;
  const speaker = inside(zone.doc.mentions, { from: zone.near.from, to: zone.told.from })
    .filter((m) => m.kind === 'person' && presidents.has(m.name))
    .pop();
  return speaker !== undefined && !governs(speaker.name, published);
};
