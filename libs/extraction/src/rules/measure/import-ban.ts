import { type Clause, type Mention, type Span, wordAt } from '../../doc';
import { has, mentions, opposite, party, textOf, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide, doerOf } from './actor';
import { type Act, governing, isPromise, toldAct } from './acts';
import { hasSide } from './firms';
import { thingsOf } from './subject';

const barring =
  / (?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|suspension of|block(?:s|ed|ing)?|prohibit\w*|forb\w+|withdr\w+|revok\w+|laps(?:e|es|ed)|expire[sd]?|exclud\w+) /;
const reopening =
  / (?:resum\w+|reopen\w*|restor\w+|renew\w*|(?:lift\w*|remov\w+|drop\w*|end(?:s|ed|ing)?|rescind\w*|scrap\w*|eas(?:e|es|ed|ing)) (?:\w+ ){0,4}(?:bans?|suspension|restrictions|prohibition|halt|embargo)) /;

/** American goods, firms or products that China keeps out (or the other way round). */
export const keptOut = (hit: Hit, part: Span): readonly Mention[] =>
  thingsOf(hit.doc, hit, part).filter((m) => !/fentanyl|tiktok|rare earths/.test(m.name.toLowerCase()));

/** Who keeps goods out: the side that does it, else the other side of where they come from. */
const barrer = (hit: Hit): Party | null => {
  const { doc, clause } = hit;
  const origin = mentions(doc, { from: hit.from - 2, to: Math.min(clause.to, hit.to + 8) }).find(
    (m) => party(m.side) !== null && (m.kind === 'goods' || m.from >= hit.from),
  );
  return (
    party(actingSide(hit)) ??
    opposite(origin?.side) ??
    (/qualification|registration/.test(hit.trigger) ? 'CN' : null)
  );
};

const nearOf = (hit: Hit): Span => ({
  from: Math.max(governing(hit.doc, hit.clause).from, hit.from - 12),
  to: Math.min(hit.sentence.to, hit.to + 24),
});

/** Exporters are barred by losing a right or a licence; exports of one's own, and duties on imports, are other measures. */
const isAboutImports = (hit: Hit): boolean => {
  const { doc, clause } = hit;
  if (has(doc, clause, / exports? of | (?:tariffs?|duties|levies) /)) return false;
  if (/^(?:products|deliveries)/.test(hit.trigger))
    return has(doc, clause, / (?:bans?|banned|bar\w*|block\w*|stop\w*) /);
  return (
    hit.trigger !== 'exporters' ||
    has(doc, clause, / (?:right|licen[cs]es?|registrations?|eligibility|permits?) /)
  );
};

const isToCome = (clause: Clause): boolean => clause.tense === 'future' || clause.modality === 'plan';

/** Barred, let in again, or to be let in again; null where neither is told. */
const done = (hit: Hit): Act | null => {
  const { doc, clause } = hit;
  const near = nearOf(hit);
  const led = governing(doc, clause);
  if (has(doc, near, reopening)) {
    if (led.negated) return 'stand';
    return isToCome(led) || isPromise(doc, led) ? 'promise' : 'lift';
  }
  if (!has(doc, near, barring)) return null;
  const act = toldAct(hit);
  return act === 'announce' && !isToCome(led) ? 'restrict' : act;
};

/** Only foreign plants have a qualification to export to China; other goods must be told to be the other side's. */
const isForeign = (hit: Hit, other: Party): boolean =>
  /qualification|registration/.test(hit.trigger) || hasSide(hit.doc, hit.sentence, other);

/** What follows the trigger, near enough to belong to it. */
const tailOf = (hit: Hit): Span => ({ from: hit.from, to: Math.min(hit.sentence.to, hit.to + 14) });

/** Goods told by where they come from or how they come. */
const isUnnamed = (hit: Hit): boolean => has(hit.doc, tailOf(hit), / (?:xinjiang|parcels|packages) /);

/** A plant may lose its qualification beside third countries' goods; else a third country's ban is none of ours. */
const isOfOthers = (hit: Hit): boolean => !hit.trigger.includes('qualification') && aboutOthers(hit);

/** "stopped imports of US lumber", "suspends poultry imports", "let registrations lapse": goods of the other side kept out by order, or let in again. */
export const importBans = rule({
  id: 'measure.import-ban',
  type: 'measure',
  triggers: [
    'imports',
    'import of',
    'import ban',
    'import bans',
    'ban on imports',
    'inbound',
    'products of',
    'products from',
    'products',
    'deliveries of',
    'delivery of',
    'chips from',
    'the right of',
    'licences of',
    'licenses of',
    'exporters',
    'registrations',
    'export registrations',
    'export qualification',
    'export qualifications',
    'qualification of',
    'qualifications of',
  ],
  priority: 18,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const act = done(hit);
    const agent = act === null ? null : barrer(hit);
    if (act === null || agent === null || !isAboutImports(hit) || isOfOthers(hit)) return [];
    const other = agent === 'US' ? 'CN' : 'US';
    const goods = mentions(doc, clause, 'goods').find((m) => m.side === other);
    const things = keptOut(hit, { from: clause.from, to: tailOf(hit).to });
    if (!(things.length > 0 || goods !== undefined || isUnnamed(hit)) || !isForeign(hit, other)) return [];
    const otherwise = goods === undefined ? 'imports' : textOf(doc, goods).toLowerCase();
    return about(hit, { kind: 'import_ban', things, otherwise, actors: [agent], act });
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
    [
      'Beijing suspended beef imports from two American plants.',
      { actor: 'CN', status: 'in_effect', subject: 'beef' },
    ],
    ['China will lift its ban on imports of American beef.', { actor: 'CN', status: 'pledged' }],
    [
      'The US banned imports of cotton from Xinjiang.',
      { actor: 'US', status: 'in_effect', subject: 'cotton' },
    ],
  ],
  no: [
    'China banned imports of Japanese seafood.',
    'Imports of American lumber fell by half.',
    'The tariffs stopped most Chinese imports of cars.',
  ],
});

const refusing =
  / (?:not to|not permitted|not allowed|aren't permitted|aren't allowed|to stop|to halt|to suspend|to pause|to cease|no more|no longer|against|to avoid|avoid|boycott\w*|shun\w*|ditch\w*|refrain\w*|to drop|halt|stop) /;

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

/** "Washington ordered its firms to stop selling to China" is America's. */
const isAmericas = (hit: Hit): boolean => {
  const agent = doerOf(hit.doc, hit.clause);
  const sold =
    wordAt(hit.doc.tokens, hit.from - 1) !== 'were' &&
    has(hit.doc, hit.sentence, / (?:shipments|shipping|selling|sell|sales) /);
  return party(agent?.side) === 'US' && sold;
};
