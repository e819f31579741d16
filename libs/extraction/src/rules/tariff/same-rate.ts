import { opposite, words, type Party } from '../helpers';
import { type Memory } from './memory';
import { type Zone } from './zones';

const asMuch =
  / (?:(?:identical|matching|equal|equivalent|same) (?:\w+ ){0,2}(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?|amount|size)|(?:tariffs?|duties|levies) (?:that match|of the same|to match)) /;

/** "an identical levy", "taxes them at the same rate": no number, for the other side's was told before. */
export const isAsMuch = (zone: Zone): boolean =>
  Number.isNaN(zone.rate.value) && asMuch.test(` ${words(zone.doc, zone)} `);

/** The rate in percent: the one told, or the other side's where it is as much. */
export const levelOf = (zone: Zone, imposer: Party, memory: Memory): number | null => {
  if (!Number.isNaN(zone.rate.value)) return zone.rate.value;
  const other = opposite(imposer);
  return isAsMuch(zone) && other !== null ? memory.last[other].rate : null;
};

/** Does it match a duty of the other side's that is announced only? */
export const isAnsweringAnnounced = (zone: Zone, imposer: Party, memory: Memory): boolean => {
  const other = opposite(imposer);
  return isAsMuch(zone) && other !== null && memory.last[other].announced;
};
