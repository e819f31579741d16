import { has, mentions } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';

const freed =
  / (?:restor\w+|back on|given back|rescind\w*|withdr\w+|lift\w*|scrap\w*|drop\w*|no longer (?:need\w*|requir\w+|called|appl\w+)|resum\w+|again) /;
const still = / (?:not|never|refus\w+|without|if|unless|ask\w*|urg\w+|demand\w*|hop\w+) /;

/** Who is supplied again: China or its firms and buyers. */
const isForChina = (hit: Hit): boolean =>
  has(hit.doc, hit.sentence, / (?:china|china's|chinese) /) &&
  has(
    hit.doc,
    hit.sentence,
    / (?:access|sales?|sell|suppl\w+|ship\w*|exports?|customers|buyers|clients|licen[cs]\w+|permits?|letters?) /,
  );

/** "Access to design software is restored", "ethane needs no permit any longer": what America had withheld is supplied again. */
export const switchedOn = rule({
  id: 'measure.switched-on',
  type: 'measure',
  triggers: [
    'chip design software',
    'design software',
    'eda tools',
    'eda software',
    'eda',
    'ethane',
    'jet engines',
    'aircraft engines',
    'engine parts',
  ],
  priority: 13,
  confidence: 0.6,
  read: (hit) => {
    const { doc, sentence } = hit;
    if (
      !isForChina(hit) ||
      !has(doc, sentence, freed) ||
      has(doc, sentence, still) ||
      aboutOthers(hit, sentence)
    )
      return [];
    const ahead = hit.clause.tense === 'future' || hit.clause.modality !== 'fact';
    return about(hit, {
      kind: 'export_control',
      things: mentions(doc, hit, 'product'),
      otherwise: 'technology',
      actors: ['US'],
      status: ahead ? 'pledged' : 'lifted',
    });
  },
  yes: [
    [
      'Chinese customers have access to EDA tools again after Washington withdrew its letters.',
      { actor: 'US', kind: 'export_control', status: 'lifted' },
    ],
    ['Washington lifted its licence rule for ethane exports to China.', { actor: 'US', status: 'lifted' }],
    [
      'Washington has restored sales of jet engines to Chinese plane makers.',
      { actor: 'US', status: 'lifted' },
    ],
  ],
  no: [
    'China urged Washington to lift its curbs on jet engines for Chinese firms.',
    'China makes no jet engines.',
  ],
});
