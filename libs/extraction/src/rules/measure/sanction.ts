import { wordAt } from '../../doc';
import { has, mentions, opposite, ownerOf, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { actOf } from './acts';
import { hasSide } from './firms';

const others = / (?:russia\w*|iran\w*|north korea\w*|ukrain\w*|venezuela\w*|moscow|tehran|myanmar|syria\w*) /;

const targets = (hit: Hit, actor: Party): string | null => {
  const other = actor === 'US' ? 'CN' : 'US';
  if (!hasSide(hit.doc, hit.sentence, other)) return null;
  const military = has(hit.doc, hit.sentence, / defen[cs]e | military | arms /);
  const people = has(hit.doc, hit.sentence, / officials? | lawmakers? | individuals? | people /);
  const whose = actor === 'US' ? 'chinese' : 'us';
  return `${whose} ${military ? 'defense ' : ''}${people ? 'officials' : 'companies'}`;
};

const acting =
  / (?:impos\w+|put|puts|plac\w+|slap\w*|announc\w+|sanctioned|sanctioning|hit|lift\w*|remov\w+|suspend\w*|paus\w+|eas\w+|new|threat\w*|levied|unveil\w*|designat\w+|fr(?:eez\w+|oze)|hold|shelv\w+|barred|blacklist\w*) /;

/** "China sanctions US officials": the verb, right after who does it. */
const isVerb = (hit: Hit): boolean =>
  hit.trigger === 'sanctions' &&
  !/^(?:will|would|could|can|may|might|have|has|had|are|were|on|against|over|for|imposed|and|or|in|of)$/.test(
    wordAt(hit.doc.tokens, hit.to),
  ) &&
  mentions(hit.doc, { from: hit.from - 4, to: hit.from }).some(
    (m) => m.to === hit.from && party(m.side) !== null,
  );

/** "countermeasures against seven American firms", "OFAC designated two Chinese firms": penalties by other names. */
const isPenalty = (hit: Hit): boolean => {
  const { doc, sentence } = hit;
  // "state-sanctioned theft", "sanction threats"
  if (wordAt(doc.tokens, hit.from - 1) === '-' || /^threats?$/.test(wordAt(doc.tokens, hit.to))) return false;
  if (hit.trigger === 'sanction' && has(doc, { from: sentence.from, to: hit.from }, / threats? to /))
    return false;
  if (hit.trigger === 'countermeasures against' || hit.trigger === 'countermeasures on')
    return has(
      doc,
      { from: hit.to, to: hit.to + 8 },
      / (?:compan(?:y|ies)|firms?|entities|individuals|officials|executives|contractors) /,
    );
  return (
    !/^(?:designated|blacklist)/.test(hit.trigger) ||
    has(doc, sentence, / (?:ofac|treasury|treasury's|assets control|state department) /)
  );
};

/** Sanctions for Iran's or Russia's sake, and those of third countries; a third country's parent of a listed firm is none of these. */
const isOfOthers = (hit: Hit): boolean =>
  has(hit.doc, hit.sentence, others) ||
  (aboutOthers(hit, hit.sentence) && mentions(hit.doc, hit.sentence, 'firm').length === 0);

/** "Five US subsidiaries were sanctioned": who suffers it, where nobody is said to do it. */
const sufferer = (hit: Hit): Party | null => {
  const last = hit.clause.verbs[hit.clause.verbs.length - 1];
  if (hit.trigger !== 'sanctioned' || last?.passive !== true) return null;
  return party(
    mentions(hit.doc, { from: hit.clause.from, to: hit.from }).find((m) => party(m.side) !== null)?.side,
  );
};

/** "Sanctions on five American units": whose they are not. */
const aimedAt = (hit: Hit): Party | null =>
  /^(?:on|against)$/.test(wordAt(hit.doc.tokens, hit.to))
    ? party(mentions(hit.doc, { from: hit.to, to: hit.to + 8 }).find((m) => party(m.side) !== null)?.side)
    : null;

const actorOf = (hit: Hit): Party | null =>
  party(ownerOf(hit.doc, hit)?.side) ??
  opposite(aimedAt(hit)) ??
  party(actingSide(hit)) ??
  opposite(sufferer(hit));

/** "put sanctions on American defence firms": penalties on persons or firms of the other side. */
export const sanctions = rule({
  id: 'measure.sanctions',
  type: 'measure',
  triggers: [
    'sanctions',
    'sanction',
    'froze the assets',
    'freezes the assets',
    'freeze the assets',
    'freezing the assets',
    'blacklisted',
    'blacklists',
    'sanctioned',
    'sanctioning',
    'designated',
    'countermeasures against',
    'countermeasures on',
  ],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const actor = actorOf(hit);
    if (actor === null || isOfOthers(hit) || !isPenalty(hit)) return [];
    const whom = has(doc, clause, acting) || isVerb(hit) ? targets(hit, actor) : null;
    const act = actOf(hit);
    if (whom === null || act === 'stand') return [];
    const done = act === 'announce' ? 'restrict' : act;
    return about(hit, { kind: 'sanction', otherwise: whom, actors: [actor], act: done });
  },
  yes: [
    [
      'China has imposed sanctions on several American defence companies.',
      { actor: 'CN', kind: 'sanction', status: 'in_effect', subject: 'us defense companies' },
    ],
    ['Washington sanctioned two Chinese officials on Friday.', { actor: 'US', status: 'in_effect' }],
    ['Beijing lifted sanctions on US firms.', { actor: 'CN', status: 'lifted' }],
    ['China sanctions US lawmakers.', { actor: 'CN', status: 'in_effect' }],
    [
      'Beijing announced countermeasures against six American companies.',
      { actor: 'CN', status: 'in_effect' },
    ],
    ['The Treasury designated three Chinese companies over fentanyl.', { actor: 'US', status: 'in_effect' }],
  ],
  no: [
    'The US sanctioned Chinese buyers of Iranian oil.',
    'China opposes sanctions of any kind.',
    'Washington spoke of state-sanctioned theft by Chinese firms.',
  ],
});
