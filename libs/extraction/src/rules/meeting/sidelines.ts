import { rule, type Hit } from '../rule';
import { companyOf, isPair, present, type Company } from './company';
import { daysIn, drafts } from './contact';
import { kindOf } from './parties';

/** What those who meet do there; "said on the sidelines" is one's own. */
const DONE =
  /^(?:agree|discuss|decide|settle|strike|reach|seal|call|declare|pledge|promise|commit|work|shake|exchange|clinch|hammer|iron|find|patch|sign|conclude|talk|hold)$/;

const OVER = /^(?:past|perfect|past-perfect)$/;

/** Those who stand before the verb of a clause that tells what they did there together. */
const company = ({ doc, clause, from }: Hit): Company | null => {
  const [verb, next] = clause.verbs;
  // "Agreed to meet on the sidelines": to come.
  if (next?.infinitive === true && next.to <= from) return null;
  if (verb === undefined || verb.negated || !OVER.test(verb.tense) || !DONE.test(verb.lemma)) return null;
  const found = companyOf(doc, present(doc, { from: clause.from, to: verb.from }));
  return isPair(found) && !found.third && (found.officials || found.leaders.size > 0) ? found : null;
};

/** "On the sidelines of the summit Trump and Xi agreed on a truce", "over dinner": what was done together was done face to face. */
export const sidelines = rule({
  id: 'meeting.sidelines',
  type: 'meeting',
  triggers: [
    'on the sidelines',
    'on the margins',
    'at the margins',
    'over dinner',
    'over lunch',
    'over breakfast',
    'over a dinner',
    'over a meal',
    'over steak',
    'over tea',
  ],
  priority: 8,
  confidence: 0.6,
  read: (hit) => {
    const found = company(hit);
    const kind = found === null ? null : kindOf(hit, found, 'person');
    return kind === null ? [] : drafts(hit, { kind, status: 'held', days: daysIn(hit) });
  },
  yes: [
    [
      'On the sidelines of the G20 in Osaka on Thursday, Trump and Xi Jinping agreed to stop adding tariffs.',
      { kind: 'leader_meeting', status: 'held', place: 'Osaka', date: '2025-06-05' },
    ],
    [
      'Over dinner in Buenos Aires, Xi and Trump called a truce in their tariff war.',
      { kind: 'leader_meeting', status: 'held', place: 'Buenos Aires' },
    ],
    [
      'Janet Yellen and He Lifeng discussed tariffs on the sidelines of the forum on Wednesday.',
      { kind: 'trade_talks', status: 'held', date: '2025-06-04' },
    ],
  ],
  no: [
    'Trump said on the sidelines of the G20 that he wanted lower tariffs from China.',
    'Trump and Xi agreed to meet on the sidelines of the G20.',
    'Trump and Modi agreed on lower tariffs on the sidelines of the G20.',
    'Profit margins fell after Trump and Xi agreed on tariffs.',
  ],
});
