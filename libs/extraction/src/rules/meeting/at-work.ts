import { type Verb } from '../../doc';
import { has } from '../helpers';
import { rule, type Hit } from '../rule';
import { companyOf, isBilateral, present } from './company';
import { daysOf, placeOf, sites } from './slots';
import { drafts } from './contact';
import { plannedStatus } from './meeting-status';

const DONE =
  /^(?:reach|sign|prepare|agree|discuss|conclude|negotiate|hammer|strike|finalize|finalise|bring|gather|work|do|exchange|seal|settle)$/;

const TOGETHER = 'brought together';
const DEPUTIES = / (?:negotiators|deputies|envoys|delegations|officials|teams) /;

/** The clause's verb where it is the trigger, and tells what was done. */
const doneVerb = (hit: Hit): Verb | undefined => {
  const { clause } = hit;
  const verb = clause.verbs[0];
  const over = !clause.negated && /^(?:past|perfect|past-perfect)$/.test(clause.tense);
  if (verb === undefined || verb.passive || !over || !DONE.test(verb.lemma)) return undefined;
  return verb.at >= hit.from && verb.at < hit.to ? verb : undefined;
};

/** "Liu He and Trump are to sign it at the White House": the signing to come, or undefined. */
const signing = ({ clause, from, trigger }: Hit): Verb | undefined => {
  const verb = trigger === 'sign' ? clause.verbs.find((v) => v.at === from) : undefined;
  const coming = !clause.negated && clause.tense === 'future' && /^(?:plan|fact)$/.test(clause.modality);
  return coming && verb?.passive === false ? verb : undefined;
};

/** Officials of both sides do it, or "negotiators" in an article about the two. */
const areOfficials = (hit: Hit, verb: Verb): boolean => {
  const { doc, clause, sentence, trigger } = hit;
  const before = { from: clause.from, to: verb.from };
  const who = companyOf(doc, [
    ...present(doc, before),
    ...(trigger === TOGETHER ? present(doc, sentence) : []),
  ]);
  if (who.third) return false;
  if (who.sides.size === 2 && who.officials) return true;
  return who.sides.size !== 1 && has(doc, before, DEPUTIES) && isBilateral(doc);
};

/** "Negotiators reached a framework in Madrid", "Yellen and Liu He discussed tariffs by video": officials at work together. */
export const atWork = rule({
  id: 'meeting.at-work',
  type: 'meeting',
  triggers: [
    'reached',
    'signed',
    'sign',
    'prepared',
    'agreed',
    'discussed',
    'concluded',
    'negotiated',
    'hammered out',
    'struck',
    'finalised',
    'finalized',
    'brought together',
    'gathered',
    'worked',
    'did',
    'exchanged',
    'settled',
  ],
  priority: 8,
  confidence: 0.6,
  read: (hit) => {
    const ahead = signing(hit);
    const verb = ahead ?? doneVerb(hit);
    if (verb === undefined || !areOfficials(hit, verb)) return [];
    const rest = { from: verb.to, to: hit.clause.to };
    const apart = has(hit.doc, hit.clause, / (?:by video|by phone|by telephone) /);
    const days = daysOf(hit, rest, hit.clause);
    const dated = hit.trigger === 'discussed' && days?.last.length === 10;
    if (sites(hit.doc, rest).length === 0 && !apart && !dated && hit.trigger !== TOGETHER) return [];
    const status = ahead === undefined ? 'held' : plannedStatus(hit, days);
    if (status === null) return [];
    return drafts(hit, { kind: 'trade_talks', status, days, more: { place: placeOf(hit, rest) } });
  },
  yes: [
    [
      'US and Chinese negotiators reached a framework on chips in Madrid on Monday.',
      { kind: 'trade_talks', status: 'held', place: 'Madrid', date: '2025-06-02' },
    ],
    [
      'Janet Yellen and Liu He discussed tariffs by video on Tuesday.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-03' },
    ],
    [
      'Trump and Vice Premier Liu He will sign the deal at the White House on Wednesday.',
      { kind: 'trade_talks', status: 'scheduled', place: 'White House', date: '2025-06-11' },
    ],
    [
      'Negotiators of both countries prepared the deal in Beijing; China and the US then signed it.',
      { kind: 'trade_talks', status: 'held', place: 'Beijing' },
    ],
  ],
  no: [
    'US and Chinese officials discussed soybeans.',
    'Trump may sign an order on Chinese chips at the White House on Wednesday.',
    'US officials discussed tariffs on China in Washington.',
    'Trump and Xi agreed on a truce in Busan.',
  ],
});
