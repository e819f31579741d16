import { wordAt } from '../../doc';
import { has, mentions } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { firmSide } from './firms';

const supplied =
  / (?:sell\w*|sales?|suppl\w+|parts|components|business|buy\w*|purchas\w+|export\w*|deal\w*|american|us|u s|commerce department) /;

/** Chinese firms that the ban is on: in its sentence, or in the one before where it is "the ban" on "the firm". */
const banned = (hit: Hit) => {
  const own = mentions(hit.doc, hit.sentence, 'firm').filter((m) => firmSide(m) === 'CN');
  const before = hit.doc.sentences[hit.sentence.i - 1];
  const pointed = has(hit.doc, hit.sentence, / the (?:firm|company|group|maker|giant) /);
  if (own.length > 0 || before === undefined || !pointed) return own;
  const earlier = hit.doc.sentences.slice(Math.max(0, hit.sentence.i - 4), hit.sentence.i);
  return earlier
    .flatMap((s) => mentions(hit.doc, s, 'firm'))
    .filter((m) => firmSide(m) === 'CN')
    .slice(-1);
};

/** "the ban on selling parts to ZTE", "the denial order": Americans may not supply one firm by name. */
export const firmBans = rule({
  id: 'measure.firm-ban',
  type: 'measure',
  triggers: [
    'ban on selling',
    'ban on sales',
    'ban on supplying',
    'ban on doing',
    'ban on dealing',
    'ban on exports to',
    'sales ban',
    'supply ban',
    'denial order',
    'ban against',
    'punishments against',
    'penalties on',
  ],
  priority: 17,
  confidence: 0.65,
  read: (hit) => {
    const firms = banned(hit);
    const tail = { from: hit.from, to: Math.min(hit.sentence.to, hit.to + 10) };
    if (
      firms.length === 0 ||
      aboutOthers(hit) ||
      /^(?:import|travel)$/.test(wordAt(hit.doc.tokens, hit.from - 1))
    )
      return [];
    if (!has(hit.doc, hit.sentence, supplied) || has(hit.doc, tail, / (?:phones|network|tiktok) /)) return [];
    return about(hit, {
      kind: 'export_control',
      things: firms.slice(0, 2),
      otherwise: 'chinese companies',
      actors: ['US'],
    });
  },
  yes: [
    [
      'The ban on selling parts to ZTE has been lifted.',
      { actor: 'US', kind: 'export_control', status: 'lifted', subject: 'zte' },
    ],
    [
      'Washington imposed a ban on sales of American components to ZTE in April.',
      { actor: 'US', status: 'in_effect' },
    ],
    [
      'The Commerce Department will suspend its denial order against ZTE.',
      { actor: 'US', status: 'suspended' },
    ],
    [
      'ZTE paid a fine. The US ban on selling components to the firm was lifted.',
      { actor: 'US', status: 'lifted', subject: 'zte' },
    ],
  ],
  no: [
    'Britain upheld its ban on selling Huawei gear to carriers.',
    'The ban on selling fireworks in Beijing was lifted.',
  ],
});
