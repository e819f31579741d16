import { conditions, negativeVerbs, planVerbs, possibleVerbs, threatVerbs } from '../lexicon/clauses';
import { wordAt, type Clause, type Modality, type Sentence, type Tense, type Token, type Verb } from '../doc';

const wishes = new Set(['want', 'seek', 'hope', 'ask', 'urge', 'demand', 'call', 'request', 'like', 'push']);

/** What the verb that governs an infinitive says of it: "threatened to impose". */
const ofHead = (head: Verb): Modality => {
  if (threatVerbs.has(head.lemma)) return 'threat';
  if (wishes.has(head.lemma)) return 'wish';
  if (possibleVerbs.has(head.lemma)) return 'possible';
  return planVerbs.has(head.lemma) || head.lemma === 'be' ? 'plan' : 'fact';
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
  return head.tense === 'none' ? 'present' : head.tense;
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
      !/^(?:longer|more|doubt|less|sooner|later)$/.test(wordAt(tokens, i + 1))
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

/** Fills polarity, modality and tense of every clause. */
export const modality = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  clauses: readonly Clause[],
): Clause[] => {
  const bySentence = new Map<number, Clause[]>();
  for (const clause of clauses)
    bySentence.set(clause.sentence, [...(bySentence.get(clause.sentence) ?? []), clause]);
  return clauses.map((clause) => {
    const sentence = sentences[clause.sentence];
    const asked = sentence !== undefined && wordAt(tokens, sentence.to - 1) === '?';
    const own = modalityOf(clause, asked);
    const depends = own === 'plan' && underCondition(clause, bySentence.get(clause.sentence) ?? []);
    return {
      ...clause,
      modality: depends ? 'condition' : own,
      tense: tenseOf(clause, own),
      negated: (isNegated(clause) || hasNo(tokens, clause)) && !onlyNot(tokens, clause),
    };
  });
};
