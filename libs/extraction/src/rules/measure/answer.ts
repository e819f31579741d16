import { type Clause } from '../../doc';
import { has, party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { governing, isPromise } from './acts';

const vowing =
  / (?:threat\w*|vow\w*|warn\w*|pledg\w+|promis\w+|will|would|reserv\w+|prepared to|ready to|forced to|no choice|have to|has to|if) /;
const done =
  / (?:has taken|have taken|took|announced|imposed|has announced|have announced|suspend\w*|remov\w+|lift\w*|adjust\w*|cancel\w*|exempt\w*) /;

const isVow = (hit: Hit, led: Clause): boolean => {
  const part = { from: Math.min(led.from, hit.clause.from), to: hit.clause.to };
  return has(hit.doc, part, vowing) && !has(hit.doc, part, done) && !led.negated;
};

/** "threatened countermeasures", "will take all necessary measures": an answer that is only announced in general. */
export const answers = rule({
  id: 'measure.answer',
  type: 'measure',
  triggers: [
    'countermeasures',
    'counter measures',
    'counter - measures',
    'necessary measures',
    'resolute measures',
    'corresponding measures',
  ],
  priority: 8,
  confidence: 0.55,
  read: (hit) => {
    const led = governing(hit.doc, hit.clause);
    const actor = party(actingSide(hit)) ?? party(hit.clause.speaker);
    if (actor !== 'CN' || aboutOthers(hit, hit.sentence) || isPromise(hit.doc, led) || !isVow(hit, led))
      return [];
    return about(hit, { kind: 'other', otherwise: 'countermeasures', actors: ['CN'], status: 'threatened' });
  },
  yes: [
    [
      'China threatened countermeasures if Washington goes on.',
      { actor: 'CN', kind: 'other', status: 'threatened', subject: 'countermeasures' },
    ],
    [
      'Beijing said it would take necessary measures to defend its rights.',
      { actor: 'CN', status: 'threatened' },
    ],
    [
      'China will take resolute measures if the US insists, the ministry said.',
      { actor: 'CN', status: 'threatened' },
    ],
  ],
  no: ['China suspended its countermeasures.', 'The EU threatened countermeasures.'],
});
