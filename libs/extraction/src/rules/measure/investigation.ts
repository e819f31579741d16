import { has, mentions, party, agentOf, ownerOf, words, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing } from './acts';
import { thingsOf } from './subject';

const ofTrade =
  / (?:anti ?-? ?dumping|antidumping|anti ?-? ?subsidy|countervailing|antitrust|anti - trust|antimonopoly|anti - monopoly|section 301|section 232|section 201|national security|security|unfair|discriminat\w+|intellectual property|technology transfer|forced labou?r|capacity|trade|shipbuilding|compliance|competition) /;
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
    /^(?:\w+ ){0,2}(?:into|of|on|against) (?:the |whether |how |an? |alleged )?((?:[\w-]+ ?){1,5})/.exec(
      rest,
    )?.[1];
  return has(hit.doc, hit.sentence, / section 301 /) && into === undefined
    ? 'section 301'
    : (into ?? 'trade practices').trim();
};

const investigator = (hit: Hit): Party | null => {
  const { doc, sentence } = hit;
  const owner = party(ownerOf(doc, hit)?.side);
  if (owner !== null) return owner;
  if (has(doc, sentence, american)) return 'US';
  if (has(doc, sentence, chinese)) return 'CN';
  return party(agentOf(doc, governing(doc, hit.clause))?.side);
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
    const firms = mentions(doc, sentence, 'firm');
    const broken = /law/.test(hit.trigger);
    const trade = (has(doc, sentence, ofTrade) || firms.length > 0) && has(doc, sentence, underWay);
    const opposed = new Set(mentions(doc, sentence).map((m) => m.side));
    const actor = investigator(hit);
    if (!trade || actor === null || aboutOthers(hit, sentence)) return [];
    if (
      actor === 'US' &&
      !opposed.has('CN') &&
      !has(doc, sentence, / section 301 | economies | countries | partners /)
    )
      return [];
    if (actor === 'CN' && !opposed.has('US') && firms.length === 0) return [];
    const near = thingsOf(doc, hit, sentence);
    const things = near.length > 0 ? near : firms.slice(0, 2);
    const act = broken ? { act: 'restrict' as const } : {};
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
