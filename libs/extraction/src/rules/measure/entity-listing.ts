import { type Mention, wordAt } from '../../doc';
import { has, mentions, ownerOf, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { type Act, actOf } from './acts';
import { actingSide } from './actor';
import { firmSide, hasSide } from './firms';

const listing =
  / (?:add(?:s|ed|ing)?|put|puts|putting|plac(?:e|es|ed|ing)|blacklist\w*|includ\w+|inclusion|join\w*|hit|extend\w*|expand\w*|sanction\w*|designat\w+|brand\w*|label\w*|gone on|been on|was on|is on|target\w*|list\w*|slap\w*|new|another|more|establish\w*|set up|draw\w* up|creat\w+|swept|sweep\w*|remains?) /;
const takingOff =
  / (?:remov\w+|delist\w*|took off|taken off|struck off|(?:struck|strike|strikes|took|take|taken|taking) (?:[\w']+ ){1,6}off|dropp\w+|strik\w+ off|reprieve|temporary (?:general )?licen[cs]e|eas\w+|suspend\w*|shelv\w+|paus\w+|hold|lift\w*|exempt\w*|do business) /;

const chineseFirms =
  / (?:chinese|china's|china - based|beijing - based) (?:[\w-]+ ){0,3}(?:compan(?:y|ies)|firms?|entities|entity(?! list)|units|contractors|names|makers?|tech\w*) /;
const americanFirms =
  / (?:american|us|u s|united states) (?:[\w-]+ ){0,3}(?:compan(?:y|ies)|firms?|entities|entity(?! list)|units|contractors|names|makers?|tech\w*) /;

/** Whose list it is by its name: the Entity List, the unverified list and the Pentagon's are America's, the unreliable entity list is China's. */
const byName = (hit: Hit): Party | null => {
  const owner = ownerOf(hit.doc, hit);
  const chinas = owner?.side === 'CN' && wordAt(hit.doc.tokens, owner.to) === "'s";
  if (chinas || has(hit.doc, hit.sentence, / unreliable /)) return 'CN';
  return /^(?:entity lists?|unverified list|1260h|.*military compan.*)$/.test(hit.trigger) ? 'US' : null;
};

/** "the blacklisted Chinese firm": told by the way, of one that is on the list. */
const isAdjective = (hit: Hit): boolean =>
  hit.trigger === 'blacklisted' &&
  !/^(?:was|were|been|is|are|be|being|has|have|had)$/.test(wordAt(hit.doc.tokens, hit.from - 1)) &&
  has(
    hit.doc,
    { from: hit.to, to: hit.to + 4 },
    / (?:compan(?:y|ies)|firms?|entit(?:y|ies)|chipmakers?|giant|makers?|huawei|zte|smic) /,
  );

const sideAfter = (hit: Hit): Party | null => {
  const after = { from: hit.to, to: hit.to + 6 };
  return hasSide(hit.doc, after, 'CN') ? 'CN' : hasSide(hit.doc, after, 'US') ? 'US' : null;
};

/** A firm of one side is listed by the other: "Huawei has been on the list" is no act of China's. */
const ownersOf = (hit: Hit): readonly Party[] => {
  if (isAdjective(hit)) {
    const side = sideAfter(hit);
    return side === null ? [] : side === 'CN' ? ['US'] : ['CN'];
  }
  const named = byName(hit);
  if (named !== null) return [named];
  if (mentions(hit.doc, hit.sentence, 'firm').some((m) => firmSide(m) === 'CN')) return ['US'];
  const chinese = has(hit.doc, hit.sentence, chineseFirms);
  const us = has(hit.doc, hit.sentence, americanFirms);
  if (chinese !== us) return chinese ? ['US'] : ['CN'];
  if (/control list|under export/.test(hit.trigger)) return [party(actingSide(hit)) ?? 'CN'];
  return ['US'];
};

const listedFirms = (hit: Hit): readonly Mention[] => mentions(hit.doc, hit.sentence, 'firm').slice(0, 3);

/** A listing that is announced is made: SCHEMA has it in effect the day it is told. */
export const madeThatDay = (hit: Hit): Act => {
  const act = actOf(hit);
  const planned = has(
    hit.doc,
    hit.clause,
    / (?:plans?|planned|planning|soon|to (?:create|establish|set up|draw up)) /,
  );
  return act === 'announce' && !planned ? 'restrict' : act;
};

/** "50 percent rule on affiliates of blacklisted companies", "the list of what is exported": the affiliates' rule has its own reader. */
const isElse = (hit: Hit): boolean => {
  const { doc, sentence } = hit;
  const before = wordAt(doc.tokens, hit.from - 1);
  // Met before, as the longer phrase.
  if (/^(?:unreliable|export)$/.test(before) && !/^(?:unreliable|export)/.test(hit.trigger)) return true;
  // The Treasury's list is one of sanctions.
  if (hit.trigger.startsWith('blacklist') && has(doc, sentence, / (?:ofac|assets control) /)) return true;
  return (
    /^blacklisted$/.test(hit.trigger) &&
    has(doc, sentence, / (?:affiliates|subsidiaries|owned|half - owned) /)
  );
};

/** Who can be listed. */
const listable =
  / (?:compan(?:y|ies)|firms?|entit(?:y|ies)|names|units|affiliates|bod(?:y|ies)|organi[sz]ations|listings|subsidiaries|makers?|contractors|others) /;

/** Is somebody put on it or taken off, and is it a list of the kind? */
const isActed = (hit: Hit): boolean => {
  const { doc, sentence } = hit;
  if (
    hit.trigger === 'listings' &&
    has(doc, sentence, / (?:beef|meat|plants?|facilit\w+|stock|exchange|de - listings) /)
  )
    return false;
  if (/^list of (?:companies|chinese)/.test(hit.trigger) && !has(doc, sentence, / (?:military|blacklist) /))
    return false;
  return hit.trigger.startsWith('blacklist') || has(doc, sentence, listing) || has(doc, sentence, takingOff);
};

/** "put Huawei on the Entity List", "28 Chinese firms were blacklisted": who may not be dealt with. */
export const entityListings = rule({
  id: 'measure.entity-listing',
  type: 'measure',
  triggers: [
    'entity list',
    'entity lists',
    'entities list',
    'unreliable entity list',
    'unreliable entities list',
    'list of unreliable entities',
    'unreliable entities',
    'export blacklist',
    'trade blacklist',
    'blacklist',
    'blacklists',
    'blacklisted',
    'blacklisting',
    'restriction list',
    'restriction lists',
    'export control list',
    'export restriction list',
    'export restrictions list',
    '1260 h',
    'export controls list',
    'control list',
    'listings',
    'export - control listings',
    'military companies list',
    'chinese military companies',
    'chinese military company',
    'chinese military - linked companies',
    'list of companies',
    'list of chinese companies',
    '1260h',
    'unverified list',
    'government list',
    'to a list that',
    'restricted list',
    'sanctions list',
    'under export and investment restrictions',
    'under export restrictions',
  ],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const { doc, sentence } = hit;
    // "Such steps may include new entries on the Entity List" tells of no listing.
    const vague = hit.clause.verbs[0]?.modal === 'can';
    if (vague || isElse(hit) || !isActed(hit) || aboutOthers(hit, sentence)) return [];
    const firms = listedFirms(hit);
    if (firms.length === 0 && !has(doc, sentence, listable)) return [];
    const actors = ownersOf(hit);
    return about(hit, {
      kind: 'entity_listing',
      things: firms,
      otherwise: actors[0] === 'CN' ? 'us companies' : 'chinese companies',
      actors,
      act: isAdjective(hit) ? 'stand' : madeThatDay(hit),
    });
  },
  yes: [
    [
      'The Commerce Department added SMIC and dozens of other Chinese firms to its Entity List.',
      { actor: 'US', kind: 'entity_listing', status: 'in_effect', subject: 'smic' },
    ],
    [
      'China placed 15 American companies on its unreliable entity list.',
      { actor: 'CN', kind: 'entity_listing', status: 'in_effect' },
    ],
    ['Twenty-three Chinese companies were blacklisted by Washington.', { actor: 'US', status: 'in_effect' }],
    [
      'Washington will add Huawei to its trade blacklist.',
      { actor: 'US', status: 'announced', subject: 'huawei' },
    ],
    [
      'The ministry decided to include three American firms in the list of unreliable entities.',
      { actor: 'CN', status: 'announced' },
    ],
    [
      'Washington is weighing adding more Chinese chipmakers to the Entity List.',
      { actor: 'US', status: 'threatened' },
    ],
    ['Washington blacklists nine Chinese makers of drones.', { actor: 'US', status: 'in_effect' }],
  ],
  no: [
    'The bank published its list of Chinese firms.',
    'India blacklisted two Pakistani companies.',
    'The list of companies that left China is long.',
  ],
});
