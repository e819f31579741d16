import { type Clause, type Span } from '../../doc';
import { has, mentions, opposite, party, textOf, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { type Act, governing, isPromise, toldAct } from './acts';
import { hasSide } from './firms';
import { keptOut } from './kept-out';

const barring =
  / (?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|suspension of|block(?:s|ed|ing)?|restrict(?:s|ed|ing)?|prohibit\w*|forb\w+|withdr\w+|revok\w+|laps(?:e|es|ed)|expire[sd]?|exclud\w+) /;
const reopening =
  / (?:resum\w+|reopen\w*|restor\w+|renew\w*|(?:lift\w*|remov\w+|drop\w*|end(?:s|ed|ing)?|rescind\w*|scrap\w*|eas(?:e|es|ed|ing)) (?:\w+ ){0,4}(?:bans?|suspension|restrictions|prohibition|halt|embargo)) /;

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
