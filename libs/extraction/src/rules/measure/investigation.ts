import { type Mention } from '../../doc';
import { has, mentions, opposite, ownerOf, party, words, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { doerOf } from './actor';
import { type Act, actOf, governing } from './acts';
import { hasSide } from './firms';
import { thingsOf } from './subject';

const ofTrade =
  / (?:anti ?-? ?dumping|antidumping|anti ?-? ?subsidy|countervailing|antitrust|anti - trust|antimonopoly|anti - monopoly|section 301|301|section 232|section 201|national security|security|unfair|discriminat\w+|intellectual property|technology transfer|anti ?-? ?circumvention|circumvent\w+|forced labou?r|capacity|trade|shipbuilding|compliance|competition) /;
/** A word of dealing, without which "investigation" is a name ("the investigation bureau"). */
const underWay =
  / (?:open\w*|launch\w*|start\w*|began|begun|begins?|beginning|initiat\w+|announc\w+|order\w*|conduct\w*|continu\w+|ongoing|in motion|kick\w* off|mount\w*|br(?:ing|ings|ought)|filed|months|end\w*|clos\w+|drop\w*|suspend\w*|terminat\w*|violat\w+|broke|broken|results?|fac(?:e|es|ed|ing)|under|found|covers?|dates?|new|section 301|into|targeting|paus\w+|halt\w*|vot\w+) /;
/** What is done under a finding is no inquiry any more. */
const outcome =
  / (?:actions?|measures?|fees?|tariffs|duties|remed\w+|exclusions?) (?:\w+ ){0,3}(?:pursuant to|under|following|after|from|in) (?:the |its |a )?/;
const american =
  / (?:section 301|301|section 232|section 337|ustr|itc|international trade commission|cfius|trade representative|commerce department|department of commerce|washington|u s trade) /;
const chinese =
  / (?:ministry of commerce|mofcom|commerce ministry|samr|market regulator|cyberspace administration|antimonopoly law|anti - monopoly law) /;

/** Words right after "into": what is looked into, at most six. */
const lookedInto = (hit: Hit): string => {
  const rest = words(hit.doc, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 9) });
  const into =
    /^(?:\w+ ){0,2}(?:into|of|on|against) (?:the |whether |how |an? |alleged )?((?:[\w-]+ ){0,4}[\w-]+)/.exec(
      rest,
    )?.[1];
  return has(hit.doc, hit.sentence, / section 301 /) && into === undefined
    ? 'section 301'
    : (into ?? 'trade practices').trim();
};

/** "into tubes from the United States": whose goods are looked into. */
const origin = (hit: Hit): Party | null => {
  const after = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 12) };
  return party(mentions(hit.doc, after).find((m) => party(m.side) !== null)?.side);
};

/** Whose office, law or list it is. */
const office = ({ doc, sentence }: Hit): Party | null => {
  if (has(doc, sentence, american)) return 'US';
  return has(doc, sentence, chinese) ? 'CN' : null;
};

const investigator = (hit: Hit): Party | null => {
  const { doc } = hit;
  const owner = ownerOf(doc, hit);
  const agent = doerOf(doc, governing(doc, hit.clause));
  if (owner?.side === 'other' || agent?.side === 'other') return null;
  // "Threats to investigate Chinese firms": the other side's, whoever speaks of them.
  if (hit.trigger === 'to investigate') return opposite(origin(hit));
  return party(owner?.side) ?? office(hit) ?? party(agent?.side) ?? opposite(origin(hit));
};

/** Is the other side, its goods or its firms looked into? Of many economies, China is one. */
const isOfTheOther = (hit: Hit, actor: Party): boolean => {
  const { doc, sentence } = hit;
  if (hasSide(doc, sentence, actor === 'US' ? 'CN' : 'US')) return true;
  return actor === 'US' && has(doc, sentence, / section 301 | economies | countries | partners /);
};

const isUnderWay = (hit: Hit): boolean =>
  /^(?:investigat(?:es|ing)|look(?:ing|s|ed)? into|.* examin(?:e|ed|ing)|to (?:scrutini[sz]e|investigate))$/.test(
    hit.trigger,
  ) || has(hit.doc, hit.sentence, underWay);

/** "into tubes from the United States": goods, by where they come from. */
const isFrom = (hit: Hit): boolean =>
  has(
    hit.doc,
    { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 12) },
    / (?:imported|from|originating in) (?:the )?(?:us|u s|united states|china|america) /,
  );

/** What trade it is about: a ground, a product, a firm. */
const isTrade = (hit: Hit, things: readonly Mention[]): boolean =>
  things.length > 0 ||
  isFrom(hit) ||
  has(hit.doc, hit.sentence, ofTrade) ||
  has(
    hit.doc,
    hit.sentence,
    / (?:sector|industry|imports?|imported|semiconductors?|chipmakers?|chip|firms|companies) /,
  );

/** "The Section 301 investigation of China's practices": told whole, it is one that was made, whatever was done under it. */
const isNamed = (hit: Hit): boolean =>
  has(hit.doc, { from: hit.from - 4, to: hit.from }, / (?:section )?301 /) &&
  has(hit.doc, { from: hit.to, to: hit.to + 4 }, / (?:of|into|on) (?:china|china's|chinese) /);

const opening =
  / (?:open\w*|launch\w*|start\w*|began|begun|begins?|beginning|initiat\w+|announc\w+|order\w*|direct\w*|instruct\w*|plan\w*|consider\w*|threat\w*|weigh\w*|conduct\w*|vot\w+|violat\w+|found|facing|faces?|new) /;

/** "the actions taken on the USTR's investigation": a probe that is only spoken of is under way. */
const isSpokenOf = (hit: Hit): boolean =>
  !/^(?:investigat(?:es|ing)|look(?:ing|s|ed)? into|.* examin(?:e|ed|ing)|to (?:scrutini[sz]e|investigate)|probes?)$/.test(
    hit.trigger,
  ) &&
  !has(
    hit.doc,
    { from: Math.max(hit.clause.from, hit.from - 12), to: Math.min(hit.sentence.to, hit.to + 10) },
    opening,
  );

/** A probe opened that day is in effect; one that goes on stands; a finding against the law is one that is under way. */
const actFor = (hit: Hit): Act => {
  const act = actOf(hit);
  if (has(hit.doc, hit.clause, / (?:continu\w+|ongoing|further) /)) return 'stand';
  if ((act === 'restrict' || act === 'announce') && isSpokenOf(hit)) return 'stand';
  if (hit.trigger.endsWith('law')) return 'restrict';
  if (act === 'announce') return 'restrict';
  const ended =
    act === 'restrict' &&
    has(hit.doc, hit.clause, / (?:clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|conclud\w+|wound up) /);
  return ended ? 'lift' : act;
};

/** "opened an anti-dumping probe into US chips", "a Section 301 investigation": an inquiry into the other side's trade. */
export const investigations = rule({
  id: 'measure.investigation',
  type: 'measure',
  triggers: [
    'investigation',
    'investigations',
    'probe',
    'probes',
    'investigates',
    'investigating',
    'looking into',
    'inquiry',
    'look into',
    'looks into',
    'looked into',
    'to examine',
    'to investigate',
    'is examining',
    'will examine',
    'has examined',
    'to scrutinise',
    'to scrutinize',
    'monopoly case',
    'section 301 case',
    'section 301 review',
    'inquiries',
    'antidumping case',
    'dumping case',
    'antitrust case',
    'competition case',
    'security review',
    'antimonopoly law',
    'anti - monopoly law',
  ],
  priority: 20,
  confidence: 0.75,
  read: (hit) => {
    const { doc, sentence } = hit;
    const actor = investigator(hit);
    if (actor === null || !isOfTheOther(hit, actor) || !isUnderWay(hit)) return [];
    const near = thingsOf(doc, hit, sentence);
    const things = near.length > 0 ? near : mentions(doc, sentence, 'firm').slice(0, 2);
    if (!isTrade(hit, things) || (has(doc, { from: hit.from - 8, to: hit.from }, outcome) && !isNamed(hit)))
      return [];
    if (aboutOthers(hit, sentence) && origin(hit) === null) return [];
    return about(hit, {
      kind: 'investigation',
      things,
      otherwise: lookedInto(hit),
      actors: [actor],
      act: actFor(hit),
    });
  },
  yes: [
    [
      'China opened an anti-dumping probe into American sorghum.',
      { actor: 'CN', kind: 'investigation', status: 'in_effect', subject: 'sorghum' },
    ],
    [
      'The US Trade Representative launched a Section 301 investigation into China on Friday.',
      { actor: 'US', status: 'in_effect' },
    ],
    [
      'Beijing suspended its antitrust investigation of Qualcomm.',
      { actor: 'CN', status: 'suspended', subject: 'qualcomm' },
    ],
    ['Beijing will continue its investigation of Nvidia.', { actor: 'CN', status: 'in_effect' }],
    ['China will terminate its probes of American chipmakers.', { actor: 'CN', status: 'pledged' }],
    ['China investigates DuPont over antitrust.', { actor: 'CN', status: 'in_effect', subject: 'dupont' }],
  ],
  no: [
    'Police opened an investigation into the fire in Chicago.',
    'China opened a probe into Canadian canola.',
    'The EU opened an anti-subsidy investigation into Chinese cars.',
  ],
});
