import { has, mentions, party } from '../helpers';
import { rule } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { governing } from './acts';

/** "will curb the number of US films": films that China lets in, told by no word of trade. */
export const films = rule({
  id: 'measure.films',
  type: 'measure',
  triggers: ['films', 'movies', 'film releases', 'hollywood'],
  priority: 15,
  confidence: 0.65,
  read: (hit) => {
    const { doc, clause } = hit;
    const led = governing(doc, clause);
    const part = { from: Math.min(led.from, clause.from), to: clause.to };
    const limited = has(
      doc,
      part,
      / (?:restrict\w*|curb\w*|reduc\w+|limit\w*|cut|cuts|cutting|ban\w*|fewer|slash\w*) /,
    );
    const american = has(doc, hit.sentence, / (?:us|u s|american|hollywood) /);
    if (!limited || !american || party(actingSide(hit)) !== 'CN' || aboutOthers(hit)) return [];
    if (mentions(doc, part).length === 0) return [];
    return about(hit, { kind: 'other', otherwise: 'us films', actors: ['CN'] });
  },
  yes: [
    [
      'China will reduce the number of American films that it lets in.',
      { actor: 'CN', kind: 'other', status: 'announced', subject: 'us films' },
    ],
    ['Beijing has restricted Hollywood films.', { actor: 'CN', status: 'in_effect' }],
    ['China threatened to ban American movies.', { actor: 'CN', status: 'threatened' }],
  ],
  no: ['American films earned less in China.', 'India restricted American films.'],
});
