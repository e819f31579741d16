import { agentOf, has, mentions, opposite, party, textOf, type Party } from '../helpers';
import { type Span } from '../../doc';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing } from './acts';
import { thingsOf } from './subject';

const barring =
  / (?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|block(?:s|ed|ing)?|prohibit\w*|forb\w+|withdr\w+|revok\w+) /;
const refusing = / (?:not to|to stop|to halt|to suspend|to pause|no more|no longer|against|to avoid) /;

/** American goods, firms or products that China keeps out (or the other way round). */
const keptOut = (hit: Hit, part: Span): ReturnType<typeof thingsOf> =>
  thingsOf(hit.doc, hit, part).filter((m) => !/fentanyl|tiktok|rare earths/.test(m.name.toLowerCase()));

const fromOther = (hit: Hit, actor: 'US' | 'CN'): boolean => {
  const other = actor === 'US' ? 'CN' : 'US';
  return mentions(hit.doc, hit.sentence).some((m) => m.side === other);
};

/** Who keeps goods out: the side that does it, else the other side of where they come from. */
const barrer = (hit: Hit): Party | null => {
  const { doc, clause } = hit;
  const origin = mentions(doc, { from: hit.from, to: Math.min(clause.to, hit.to + 8) }).find(
    (m) => party(m.side) !== null,
  );
  return (
    party(agentOf(doc, governing(doc, clause))?.side) ??
    opposite(origin?.side) ??
    (hit.trigger.includes('qualification') ? 'CN' : null)
  );
};

const reopening = / (?:resum\w+|reopen\w*|restor\w+) /;

/** Exporters are barred by losing a right or a licence; exports of one's own are another measure. */
const isAboutImports = (hit: Hit): boolean => {
  const { doc, clause } = hit;
  if (has(doc, clause, / exports? of /)) return false;
  return (
    hit.trigger !== 'exporters' ||
    has(doc, clause, / (?:right|licen[cs]es?|registrations?|eligibility|permits?) /)
  );
};

/** "stopped imports of US lumber", "barred Micron's products": goods of the other side kept out by order. */
export const importBans = rule({
  id: 'measure.import-ban',
  type: 'measure',
  triggers: [
    'imports of',
    'import of',
    'import ban',
    'import bans',
    'ban on imports',
    'products of',
    'chips from',
    'the right of',
    'licences of',
    'licenses of',
    'exporters',
    'export qualification',
    'export qualifications',
    'qualification of',
    'qualifications of',
  ],
  priority: 18,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const agent = barrer(hit);
    const things = keptOut(hit, clause);
    const opened = has(doc, clause, reopening);
    if (agent === null || !(opened || has(doc, clause, barring)) || !isAboutImports(hit)) return [];
    const goods = mentions(doc, clause, 'goods').find((m) => m.side === opposite(agent));
    if ((things.length === 0 && goods === undefined) || aboutOthers(hit) || !fromOther(hit, agent)) return [];
    const otherwise = goods === undefined ? 'imports' : textOf(doc, goods).toLowerCase();
    const status = opened ? { status: 'lifted' as const } : { act: 'restrict' as const };
    return about(hit, { kind: 'import_ban', things, otherwise, actors: [agent], ...status });
  },
  yes: [
    [
      'China halted imports of lumber from the United States.',
      { actor: 'CN', kind: 'import_ban', status: 'in_effect', subject: 'lumber' },
    ],
    ['Beijing banned imports of American poultry.', { actor: 'CN', status: 'in_effect', subject: 'poultry' }],
    [
      'China barred products of Micron, the US chipmaker, from key networks.',
      { actor: 'CN', status: 'in_effect', subject: 'micron' },
    ],
  ],
  no: ['China banned imports of Japanese seafood.', 'Imports of American lumber fell by half.'],
});

/** "ordered its airlines to take no more Boeing jets": buying forbidden by order. */
export const buyingForbidden = rule({
  id: 'measure.buying-forbidden',
  type: 'measure',
  triggers: [
    'ordered',
    'told',
    'instructed',
    'directed',
    'orders',
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
      / (?:airlines?|carriers|operators|companies|firms|importers|buyers|operators|traders|crushers) /,
    );
    const taking = has(doc, sentence, / (?:tak\w+|accept\w*|buy\w*|purchas\w+|deliver\w+|import\w*|us\w+) /);
    const things = keptOut(hit, sentence);
    const chinese = has(doc, sentence, / (?:china|chinese|beijing) /);
    const refused = has(doc, sentence, refusing) || hit.clause.negated;
    if (!chinese || !takers || !taking || !refused || things.length === 0) return [];
    if (aboutOthers(hit, sentence)) return [];
    return about(hit, {
      kind: 'import_ban',
      things,
      otherwise: 'us goods',
      act: 'restrict',
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
  ],
  no: ['Officials told airlines to cancel flights.', 'China told companies to hire more graduates.'],
});
