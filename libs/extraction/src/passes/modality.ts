import { conditions, negativeVerbs, planVerbs, possibleVerbs, threatVerbs } from '../lexicon/clauses';
import {
  inside,
  tokenAt,
  wordAt,
  type Clause,
  type Modality,
  type Sentence,
  type Tense,
  type Token,
  type Verb,
} from '../doc';
import { clauseWith } from '../with';

const wishes = new Set(['want', 'seek', 'hope', 'ask', 'urge', 'demand', 'call', 'request', 'like', 'push']);

/** What the verb that governs an infinitive says of it: "threatened to impose". */
const ofHead = (head: Verb): Modality => {
  if (threatVerbs.has(head.lemma)) return 'threat';
  if (wishes.has(head.lemma)) return 'wish';
  if (possibleVerbs.has(head.lemma)) return 'possible';
  const going = head.lemma === 'go' && head.progressive; // "is going to buy"
  return planVerbs.has(head.lemma) || head.lemma === 'be' || going ? 'plan' : 'fact';
};

const ofModal = (modal: string | null): Modality => {
  if (modal === null) return 'fact';
  if (modal === 'must' || modal === 'should') return 'wish';
  return modal === 'will' || modal === 'would' || modal === 'shall' ? 'plan' : 'possible';
};

const stronger = (a: Modality, b: Modality): Modality => (a === 'fact' ? b : a);

const modalityOf = (clause: Clause, asked: boolean): Modality => {
  if (asked) return 'question';
  if (conditions.has(clause.opener) || clause.opener === 'whether') return 'condition';
  const [head, ...rest] = clause.verbs;
  if (head === undefined) return 'fact';
  if (rest.length === 0) return head.infinitive ? 'plan' : ofModal(head.modal);
  return stronger(ofHead(head), ofModal(head.modal));
};

/** "If China retaliates, the US will raise them": what depends on a condition is no plan. */
const underCondition = (clause: Clause, siblings: readonly Clause[]): boolean =>
  clause.verbs.some((v) => v.modal !== null) &&
  siblings.some((s) => s !== clause && conditions.has(s.opener));

const tenseOf = (clause: Clause, modality: Modality): Tense => {
  const [head, next] = clause.verbs;
  if (head === undefined) return 'none';
  if (head.infinitive) return 'future';
  if (next !== undefined && modality !== 'fact') return 'future';
  return head.tense;
};

const isNegated = (clause: Clause): boolean => {
  const [head, ...rest] = clause.verbs;
  const refused = head !== undefined && rest.length > 0 && negativeVerbs.has(head.lemma);
  return clause.verbs.some((v) => v.negated) || refused;
};

/** "There have been no talks": "no" before the noun, in the clause. "No longer" and "not only" are no negation. */
const hasNo = (tokens: readonly Token[], clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i += 1) {
    if (
      wordAt(tokens, i) === 'no' &&
      !/^(?:longer|more|doubt|less|sooner|later)$/.test(wordAt(tokens, i + 1)) &&
      tokenAt(tokens, i + 2).kind !== 'number' &&
      wordAt(tokens, i + 1) !== '.'
    )
      return true;
  }
  return false;
};

const onlyNot = (tokens: readonly Token[], clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i += 1) {
    if (wordAt(tokens, i) === 'not' && /^(?:only|just|least)$/.test(wordAt(tokens, i + 1))) return true;
  }
  return false;
};

/** A participle has the tense of the finite clause before it, else of the first in the sentence. */
const borrowed = (clause: Clause, siblings: readonly Clause[]): Tense => {
  const finite = siblings.filter((s) => s.verbs[0] !== undefined && s.verbs[0].tense !== 'none');
  const before = finite.filter((s) => s.i < clause.i);
  return (before[before.length - 1] ?? finite[0])?.tense ?? 'present';
};

/** "Will meet Xi in October and go to China": a base form after "and" or "or" goes on under the modal before it. */
const goesOn = (tokens: readonly Token[], clause: Clause, before: Clause | undefined): boolean => {
  const head = clause.verbs[0];
  const led = before?.verbs[0];
  if (head === undefined || led === undefined || !/^(?:and|or)$/.test(clause.opener)) return false;
  const bare = head.tense === 'present' && head.modal === null && wordAt(tokens, head.at) === head.lemma;
  return (
    bare &&
    head.from - clause.from <= 2 &&
    (led.modal !== null || led.infinitive || before?.verbs[1] !== undefined)
  );
};

const withModality = (
  tokens: readonly Token[],
  sentence: Sentence,
  siblings: readonly Clause[],
): Clause[] => {
  const asked = wordAt(tokens, sentence.to - 1) === '?';
  return siblings.map((clause, i) => {
    const before = siblings[i - 1];
    const source = before !== undefined && goesOn(tokens, clause, before) ? before : clause;
    const own = modalityOf(source, asked);
    const tense = tenseOf(source, own);
    return clauseWith(clause, {
      modality: own === 'plan' && underCondition(clause, siblings) ? 'condition' : own,
      tense: tense === 'none' && clause.verbs.length > 0 ? borrowed(clause, siblings) : tense,
      negated: (isNegated(clause) || hasNo(tokens, clause)) && !onlyNot(tokens, clause),
    });
  });
};

/** Fills polarity, modality and tense of every clause. */
export const modality = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  clauses: readonly Clause[],
): Clause[] => {
  const found: Clause[] = [];
  for (const sentence of sentences)
    for (const clause of withModality(tokens, sentence, inside(clauses, sentence))) found.push(clause);
  return found;
};
