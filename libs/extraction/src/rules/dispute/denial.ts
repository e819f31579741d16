import { wordAt } from '../../doc';
import { agentOf, clauseAt, has, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { aboutOf, CLAIM, isCalledFalse, otherClaimed } from './claims';

const OBJECT = 12;
/** "Denied entry", "rejected the deal": no fact is in dispute. */
const NO_FACT = /^(?:entry|access|visas?|permission|licen[cs]es?|approval|requests?|a|an)$/;

const denierOf = (hit: Hit): Party | null => {
  const clause = clauseAt(hit.doc.clauses, hit.from) ?? hit.clause;
  const by = agentOf(hit.doc, clause);
  return by === null || by.kind === 'firm' ? null : party(by.side);
};

/** What is denied: a claim by name, a clause with "that", or a relative's antecedent ("a claim Beijing denied"). */
const deniesFact = (hit: Hit): boolean => {
  const { doc, sentence } = hit;
  const next = wordAt(doc.tokens, hit.to);
  if (NO_FACT.test(next)) return false;
  const after = { from: hit.to, to: Math.min(sentence.to, hit.to + OBJECT) };
  const before = { from: Math.max(sentence.from, hit.from - 6), to: hit.from };
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
    const named = has(
      hit.doc,
      { from: hit.to, to: hit.to + OBJECT },
      claimant === 'US'
        ? / (?:us|american|trump|washington|bessent|greer) /
        : / (?:chinese|china|beijing|xi) /,
    );
    if (!deniesFact(hit) || !(named || otherClaimed(hit, denier))) return [];
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
  ],
});
