import { agentOf, has, mentions, opposite, ownerOf, party, words, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actOf, governing } from './acts';
import { thingsOf } from './subject';

const ofTrade =
  / (?:anti ?-? ?dumping|antidumping|anti ?-? ?subsidy|countervailing|antitrust|anti - trust|antimonopoly|anti - monopoly|section 301|section 232|section 201|national security|security|unfair|discriminat\w+|intellectual property|technology transfer|anti ?-? ?circumvention|circumvent\w+|forced labou?r|capacity|trade|shipbuilding|compliance|competition) /;
/** A word of dealing, without which "investigation" is a name ("the investigation bureau"). */
const underWay =
  / (?:open\w*|launch\w*|start\w*|began|begun|begins?|beginning|initiat\w+|announc\w+|order\w*|conduct\w*|end\w*|clos\w+|drop\w*|suspend\w*|terminat\w*|violat\w+|broke|broken|results?|fac(?:e|es|ed|ing)|under|found|covers?|dates?|new|section 301) /;
const american =
  / (?:section 301|section 232|ustr|trade representative|commerce department|department of commerce|washington|u s trade) /;
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

const investigator = (hit: Hit): Party | null => {
  const { doc, sentence } = hit;
  const owner = party(ownerOf(doc, hit)?.side);
  if (owner !== null) return owner;
  if (has(doc, sentence, american)) return 'US';
  if (has(doc, sentence, chinese)) return 'CN';
  return party(agentOf(doc, governing(doc, hit.clause))?.side) ?? opposite(origin(hit));
};

/** Is the other side, its goods or its firms looked into? Of many economies, China is one. */
const isOfTheOther = (hit: Hit, actor: Party): boolean => {
  const { doc, sentence } = hit;
  const sides = new Set(mentions(doc, sentence).map((m) => m.side));
  if (actor === 'CN') return sides.has('US') || mentions(doc, sentence, 'firm').length > 0;
  return sides.has('CN') || has(doc, sentence, / section 301 | economies | countries | partners /);
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
    'inquiry',
    'inquiries',
    'antidumping case',
    'dumping case',
    'antitrust case',
    'security review',
    'antimonopoly law',
    'anti - monopoly law',
  ],
  priority: 20,
  confidence: 0.75,
  read: (hit) => {
    const { doc, sentence } = hit;
    const actor = investigator(hit);
    if (actor === null || !isOfTheOther(hit, actor)) return [];
    const firms = mentions(doc, sentence, 'firm');
    if (!(has(doc, sentence, ofTrade) || firms.length > 0) || !has(doc, sentence, underWay)) return [];
    if (aboutOthers(hit, sentence) && origin(hit) === null) return [];
    const near = thingsOf(doc, hit, sentence);
    const things = near.length > 0 ? near : firms.slice(0, 2);
    const told = actOf(hit);
    // A probe opened that day is in effect.
    const act = hit.trigger.endsWith('law') || told === 'announce' ? { act: 'restrict' as const } : {};
    return about(hit, { kind: 'investigation', things, otherwise: lookedInto(hit), actors: [actor], ...act });
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
  ],
  no: [
    'Police opened an investigation into the fire in Chicago.',
    'China opened a probe into Canadian canola.',
  ],
});
