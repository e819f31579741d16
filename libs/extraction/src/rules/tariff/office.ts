import { inside } from '../../doc';
import { words } from '../helpers';
import { type Zone } from './zones';

/** Who may order duties, from inauguration to inauguration; null while in office. */
const terms: readonly { readonly name: string; readonly from: string; readonly to: string | null }[] = [
  { name: 'Donald Trump', from: '2017-01-20', to: '2021-01-20' },
  { name: 'Joe Biden', from: '2021-01-20', to: '2025-01-20' },
  { name: 'Donald Trump', from: '2025-01-20', to: null },
];

const governs = (name: string, day: string): boolean =>
  terms.some((t) => t.name === name && t.from <= day && (t.to === null || day < t.to));

/** A candidate or a president-elect speaks of what he will do: nothing is decided. */
export const isOutOfOffice = (zone: Zone): boolean => {
  const { published } = zone.doc;
  if (/president - elect|former president|\bcandidate\b/.test(words(zone.doc, zone.near))) return true;
  if (published === null || zone.clause.tense !== 'future') return false;
  const speaker = inside(zone.doc.mentions, { from: zone.near.from, to: zone.told.from })
    .filter((m) => m.kind === 'person' && terms.some((t) => t.name === m.name))
    .pop();
  return speaker !== undefined && !governs(speaker.name, published);
};
