import { type Draft, type Hit } from '../rule';
import { type Construction } from './reading';
import { toldAt } from './told';

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
  'charges',
  'tax',
  'taxes',
  'taxed',
  'taxing',
];

/** The readings of one construction whose rate, or word for the duty, holds the trigger. */
export const ratesAt = (hit: Hit, how: Construction): Draft<'tariff'>[] =>
  toldAt(hit.doc, hit.from)
    .filter((t) => t.how === how)
    .map((t) => ({
      fields: t.fields,
      evidence: t.evidence,
      news: t.news,
      steps: [
        { step: 'imposer', detail: t.why },
        { step: 'status', detail: t.row },
      ],
    }));
