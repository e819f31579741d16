import { words } from '../helpers';
import { type Draft, type Hit } from '../rule';
import { evidenceOf, tonesOf, type Verdict } from './tone';
import { type Tone } from './words';

/** "bullying (hostile 2), dialogue (conciliatory 1)": all that was weighed. */
const told = (hit: Hit, { cues }: Verdict): string =>
  cues.map((cue) => `${words(hit.doc, cue)} (${cue.tone} ${cue.weight})`).join(', ');

/** The side whose plainest word of this tone stands at the hit. */
export const readTone = (hit: Hit, tone: Tone): Draft<'stance'>[] =>
  [...tonesOf(hit.doc)].flatMap(([actor, verdict]) => {
    if (verdict.tone !== tone || verdict.best.from !== hit.from || verdict.best.to !== hit.to) return [];
    hit.note('weighed', told(hit, verdict));
    return [{ fields: { actor, tone }, evidence: evidenceOf(hit.doc, verdict) }];
  });
