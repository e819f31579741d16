import { wordAt } from '../../doc';
import { has, party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { doerOf } from './actor';
import { keptOut } from './kept-out';

const refusing =
  / (?:not to|not permitted|not allowed|aren't permitted|aren't allowed|to stop|to halt|to suspend|to pause|to cease|no more|no longer|against|to avoid|avoid|boycott\w*|shun\w*|ditch\w*|refrain\w*|to drop|halt|stop) /;

/** "Washington ordered its firms to stop selling to China" is America's. */
const isAmericas = (hit: Hit): boolean => {
  const agent = doerOf(hit.doc, hit.clause);
  const sold =
    wordAt(hit.doc.tokens, hit.from - 1) !== 'were' &&
    has(hit.doc, hit.sentence, / (?:shipments|shipping|selling|sell|sales) /);
  return party(agent?.side) === 'US' && sold;
};

/** "ordered its airlines to take no more Boeing jets", "told firms to avoid the chips": buying forbidden by order. */
export const buyingForbidden = rule({
  id: 'measure.buying-forbidden',
  type: 'measure',
  triggers: [
    'ordered',
    'told',
    'instructed',
    'directed',
    'orders',
    'tells',
    'urged',
    'discouraged',
    'must stop',
    'barred from',
    'banned from',
    'stop buying',
    'stop using',
  ],
  priority: 18,
  confidence: 0.7,
  read: (hit) => {
    const { doc, sentence } = hit;
    const takers = has(
      doc,
      sentence,
      / (?:airlines?|carriers|customs (?:agents|officers|officials)|operators|companies|firms|importers|buyers|operators|traders|crushers|giants) /,
    );
    const taking = has(
      doc,
      sentence,
      / (?:tak\w+|accept\w*|buy\w*|purchas\w+|deliver\w+|import\w*|us\w+|permitted|allowed|enter\w*|order\w*|avoid\w*|boycott\w*|shun\w*) /,
    );
    const things = keptOut(hit, sentence);
    const chinese = has(doc, sentence, / (?:china|china's|chinese|beijing) /);
    const refused = has(doc, sentence, refusing) || hit.clause.negated;
    if (!chinese || !takers || !taking || !refused || things.length === 0) return [];
    if (aboutOthers(hit, sentence) || isAmericas(hit)) return [];
    return about(hit, {
      kind: 'import_ban',
      things,
      otherwise: 'us goods',
      // "must stop buying" is the order itself, no wish.
      act: hit.clause.modality === 'wish' ? 'oblige' : 'restrict',
      actors: ['CN'],
      negatable: true,
    });
  },
  yes: [
    [
      'China has ordered its airlines not to take further deliveries of Boeing jets.',
      { actor: 'CN', kind: 'import_ban', status: 'in_effect' },
    ],
    [
      'Beijing told Chinese firms to stop buying American chips.',
      { actor: 'CN', status: 'in_effect', subject: 'chips' },
    ],
    [
      'Chinese carriers were told to accept no more aircraft parts from the US.',
      { actor: 'CN', status: 'in_effect' },
    ],
    ['Beijing has ordered companies to avoid the chips of Nvidia.', { actor: 'CN', status: 'in_effect' }],
  ],
  no: ['Officials told airlines to cancel flights.', 'China told companies to hire more graduates.'],
});
