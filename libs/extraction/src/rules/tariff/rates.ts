import { type Draft, type Hit } from '../rule';
import { toldRates, type Construction } from './told';

/** Words that a rate is written with. */
export const rateWords: readonly string[] = ['%', 'percent', 'per cent', 'pc', 'pct', 'points', 'point'];

/** Words for a duty that may stand without a rate. */
export const dutyWords: readonly string[] = [
  'tariff',
  'tariffs',
  'duty',
  'duties',
  'levy',
  'levies',
  'surcharge',
  'surcharges',
];

/** The readings of one construction whose rate, or old rate, holds the trigger. */
export const ratesAt = (hit: Hit, how: Construction): Draft<'tariff'>[] =>
  toldRates(hit.doc)
    .filter(
      (t) =>
        t.how === how &&
        t.zone.told.from <= hit.from &&
        hit.from < Math.max(t.zone.told.to, t.zone.told.from + 1),
    )
    .map((t) => {
      hit.note('imposer', t.why);
      return { fields: t.fields, evidence: t.evidence };
    });
