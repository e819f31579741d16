import { type Draft, type Hit } from '../rule';
import { evidenceOf, tonesOf } from './tone';
import { type Tone } from './words';

/** The side whose plainest word of this tone stands at the hit. */
export const readTone = (hit: Hit, tone: Tone): Draft<'stance'>[] =>
  [...tonesOf(hit.doc)].flatMap(([actor, verdict]) => {
    if (verdict.tone !== tone || verdict.best.from !== hit.from || verdict.best.to !== hit.to) return [];
    hit.note('tone', verdict.told);
    return [{ fields: { actor, tone }, evidence: evidenceOf(hit.doc, verdict) }];
  });
