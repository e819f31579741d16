import { wordAt } from '../../doc';
import { agentOf, clauseAt, has, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { aboutOf, CLAIM, isCalledFalse, otherClaimed } from './claims';

const OBJECT = 12;

/** "The disputed South China Sea", "remarks contradicted by Bessent": tells of no denial by the clause's subject. */
const isPassing = ({ clause, from, trigger }: Hit): boolean => {
  const verb = clause.verbs.find((v) => v.at === from);
  return (
    (trigger === 'disputed' && verb === undefined) || (trigger === 'contradicted' && verb?.passive === true)
  );
};

/** "Denied entry", "rejected the deal": no fact is in dispute. */
const NO_FACT = /^(?:entry|access|visas?|permission|licen[cs]es?|approval|requests?|a|an)$/;

const denierOf = (hit: Hit): Party | null => {
  const clause = clauseAt(hit.doc.clauses, hit.from) ?? hit.clause;
  const by = agentOf(hit.doc, clause);
  // "China's exporters deny": not China.
  if (by === null || by.kind === 'firm' || wordAt(hit.doc.tokens, by.to) === "'s") return null;
  return party(by.side);
};

/** "A charge that Beijing rejects". */
const CLAIMED_THAT = / (?:claims?|charges?|accusations?|allegations?|assertions?) (?:that |which )/;
const CLAIM_NOUN =
  / (?:claims?|charges?|accusations?|allegations?|assertions?|suggestions?|talk|statements?|remarks?|reports?|account|having|being|[a-z]{3,}ing|it|they|had|has) /;
const PARTY_WORDS: Readonly<Record<Party, RegExp>> = {
  US: / (?:us|american|trump|washington|bessent|greer|white house|yellen|biden|rubio) /,
  CN: / (?:chinese|china|beijing|xi|mofcom) /,
};
/** So near behind the denial stands whom it answers: "contradicting Beijing". */
const ANSWERED = 3;

/** Is the other side named as the one who claims it: "the American charge", "contradicting Beijing"? "Tariffs on China" is no claim of China's. */
const answers = ({ doc, to }: Hit, claimant: Party): boolean => {
  const named = PARTY_WORDS[claimant];
  if (wordAt(doc.tokens, to) !== 'that' && has(doc, { from: to, to: to + ANSWERED }, named)) return true;
  const object = { from: to, to: to + OBJECT };
  return wordAt(doc.tokens, to) !== 'that' && has(doc, object, named) && has(doc, object, CLAIM_NOUN);
};

/** What is denied: a claim by name, a clause with "that", or a relative's antecedent ("a claim Beijing denied"). */
const deniesFact = (hit: Hit): boolean => {
  const { doc, sentence } = hit;
  const next = wordAt(doc.tokens, hit.to);
  if (NO_FACT.test(next)) return false;
  const after = { from: hit.to, to: Math.min(sentence.to, hit.to + OBJECT) };
  const before = { from: Math.max(sentence.from, hit.from - 6), to: hit.from };
  if (has(doc, before, CLAIMED_THAT)) return true;
  if (/^(?:reject|dismiss)/.test(hit.trigger))
    return (
      has(
        doc,
        after,
        / (?:claims?|charges?|accusations?|allegations?|assertions?|talk|reports?|suggestions?) /,
      ) || isCalledFalse(hit, after)
    );
  return (
    has(doc, after, CLAIM) ||
    (/^den(?:y|ies|ied|ying)$/.test(hit.trigger) && /^[a-z]{3,}ing$/.test(next)) ||
    /^(?:contradict|disput)/.test(hit.trigger) ||
    has(doc, before, / (?:claims?|which|charges?|accusations?|allegations?) /) ||
    !/\w/.test(next)
  );
};

/** "Beijing denied the charge", "a claim Beijing denied", "dismissed the talk of overcapacity as false": a side denies what the other asserts. */
export const denial = rule({
  id: 'dispute.denial',
  type: 'dispute',
  triggers: [
    'denied',
    'denies',
    'deny',
    'denying',
    'refuted',
    'refutes',
    'disputed',
    'disputes',
    'contradicted',
    'contradicts',
    'contradicting',
    'disputing',
    'refuting',
    'rebutting',
    'rebutted',
    'rejected',
    'rejects',
    'dismissed',
    'dismisses',
    'dismissing',
    'rejecting',
  ],
  priority: 10,
  confidence: 0.75,
  read: (hit) => {
    const denier = denierOf(hit);
    const claimant = opposite(denier);
    if (denier === null || claimant === null || hit.clause.modality !== 'fact' || hit.clause.negated)
      return [];
    if (isPassing(hit) || !deniesFact(hit) || !(answers(hit, claimant) || otherClaimed(hit, denier)))
      return [];
    return [{ fields: { claimant, denier, about: aboutOf(hit) }, evidence: hit }];
  },
  yes: [
    [
      'Trump said he had not agreed to drop the duties, contradicting Beijing.',
      { claimant: 'CN', denier: 'US' },
    ],
    [
      'Washington says that Chinese firms steal designs. Beijing denies spying.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      'Washington charges that Chinese firms are made to steal designs, a charge that Beijing rejects.',
      { claimant: 'US', denier: 'CN' },
    ],
    ['Trump said that Xi had called him, a claim Beijing denied.', { claimant: 'US', denier: 'CN' }],
    [
      'China rejected the American charge that it subsidises its steel makers.',
      { claimant: 'US', denier: 'CN' },
    ],
    [
      'Chinese officials said Washington had broken its promise. The White House denied that.',
      { claimant: 'CN', denier: 'US' },
    ],
  ],
  no: [
    'The US denied entry to Chinese students.',
    'China rejected the trade deal.',
    'Canada denied the claim that it dumps timber in the US.',
    'Trump denied that tariffs on China raise prices.',
    "China's exporters deny that they ship goods to the US by way of Vietnam.",
  ],
});
