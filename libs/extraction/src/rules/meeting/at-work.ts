import { has } from '../helpers';
import { rule } from '../rule';
import { companyOf, isBilateral, present } from './company';
import { daysOf, placeOf, sites } from './slots';
import { drafts } from './contact';

const DONE =
  /^(?:reach|sign|prepare|agree|discuss|conclude|negotiate|hammer|strike|finalize|finalise|bring|gather|work|do|exchange|seal|settle)$/;

/** "Negotiators reached a framework in Madrid", "Yellen and Liu He discussed tariffs by video": officials at work together. */
export const atWork = rule({
  id: 'meeting.at-work',
  type: 'meeting',
  triggers: [
    'reached',
    'signed',
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
    const { doc, clause } = hit;
    const verb = clause.verbs[0];
    if (
      verb === undefined ||
      !DONE.test(verb.lemma) ||
      verb.at < hit.from ||
      verb.at >= hit.to ||
      verb.passive
    )
      return [];
    if (clause.negated || !/^(?:past|perfect|past-perfect)$/.test(clause.tense)) return [];
    const who = companyOf(doc, [
      ...present(doc, { from: clause.from, to: verb.from }),
      ...(hit.trigger === 'brought together' ? present(doc, hit.sentence) : []),
    ]);
    const deputies = has(
      doc,
      { from: clause.from, to: verb.from },
      / (?:negotiators|deputies|envoys|delegations|officials|teams) /,
    );
    const together = who.sides.size === 2 && who.officials;
    if (who.third || !(together || (deputies && who.sides.size !== 1 && isBilateral(doc)))) return [];
    const where = sites(doc, { from: verb.to, to: clause.to });
    if (
      where.length === 0 &&
      !has(doc, clause, / (?:by video|by phone|by telephone) /) &&
      hit.trigger !== 'brought together'
    )
      return [];
    return drafts(hit, {
      kind: 'trade_talks',
      status: 'held',
      days: daysOf(hit, { from: verb.to, to: clause.to }, clause),
      more: { place: placeOf(hit, { from: verb.to, to: clause.to }) },
    });
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
      'Negotiators of both countries prepared the deal in Beijing; China and the US then signed it.',
      { kind: 'trade_talks', status: 'held', place: 'Beijing' },
    ],
  ],
  no: ['US officials discussed tariffs on China in Washington.', 'Trump and Xi agreed on a truce in Busan.'],
});
