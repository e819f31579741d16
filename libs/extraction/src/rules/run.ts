import { type ObservationType, type TraceStep } from '@app/contracts';
import { clauseAt } from '../passes/choose-dates';
import { type Clause, type Doc, type Sentence, tokenAt } from '../doc';
import { endOfPhrase, phraseIndex, type PhraseIndex } from '../phrase-index';
import { type AnyRule, type Draft, type Hit, type Reading, type Rule } from './rule';
import { withDayTold } from './tariff/announced-on';

interface Trigger {
  readonly rule: AnyRule;
  readonly trigger: string;
}

export type RuleIndex = PhraseIndex<Trigger>;
type Triggers = NonNullable<RuleIndex[number]>;

/** Rules by the first word of their triggers, so that a rule costs nothing where its words do not stand. */
export const indexRules = (rules: readonly AnyRule[]): RuleIndex =>
  phraseIndex(
    rules.flatMap((rule) => rule.triggers.map((trigger): [string, Trigger] => [trigger, { rule, trigger }])),
  );

/** The day that the fields tell of the thing itself. */
const dayIn = (fields: object): string | null => {
  const day = 'effective' in fields ? fields.effective : 'date' in fields ? fields.date : null;
  return typeof day === 'string' ? day : null;
};

/** A day more than three weeks before publication, or the past perfect, is background. */
const isNews = (doc: Doc, clause: Clause, fields: object): boolean => {
  if (clause.tense === 'past-perfect') return false;
  const date = dayIn(fields);
  if (date === null || doc.published === null) return true;
  const age =
    Date.parse(doc.published) -
    Date.parse(date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date);
  return age <= 21 * 86_400_000;
};

/** The status as the last step, where the rule left none: what the clause tells of the act. */
const withStatus = (fields: object, clause: Clause, trace: readonly TraceStep[]): readonly TraceStep[] => {
  if (!('status' in fields) || trace.some(({ step }) => step === 'status')) return trace;
  const told = `${clause.tense}, ${clause.modality}${clause.negated ? ', negated' : ''}`;
  return [...trace, { step: 'status', detail: `${told} = ${String(fields.status)}` }];
};

interface Place {
  readonly doc: Doc;
  readonly clause: Clause;
  readonly sentence: Sentence;
}

const toReading = <T extends ObservationType>(
  rule: Rule<T>,
  draft: Draft<T>,
  place: Place,
  trace: readonly TraceStep[],
) => ({
  type: rule.type,
  fields: draft.fields,
  evidence: draft.evidence,
  sentence: place.sentence,
  clause: place.clause,
  ruleId: rule.id,
  priority: rule.priority,
  confidence: draft.confidence ?? rule.confidence,
  news: draft.news ?? isNews(place.doc, place.clause, draft.fields),
  trace: withStatus(
    draft.fields,
    place.clause,
    draft.steps === undefined ? trace : [...trace, ...draft.steps],
  ),
});

/** Each type apart, so that fields and type stay joined for the compiler. */
const readHit = (rule: AnyRule, hit: Hit, trace: () => readonly TraceStep[]): Reading[] => {
  switch (rule.type) {
    case 'tariff':
      return rule.read(hit).map((d) => toReading(rule, withDayTold(d, hit), hit, trace()));
    case 'truce':
      return rule.read(hit).map((d) => toReading(rule, d, hit, trace()));
    case 'meeting':
      return rule.read(hit).map((d) => toReading(rule, d, hit, trace()));
    case 'measure':
      return rule.read(hit).map((d) => toReading(rule, d, hit, trace()));
    case 'dispute':
      return rule.read(hit).map((d) => toReading(rule, d, hit, trace()));
    case 'stance':
      return rule.read(hit).map((d) => toReading(rule, d, hit, trace()));
  }
};

const describe = (clause: Clause): string =>
  `subject ${clause.subject?.name ?? '?'} (${clause.subject?.side ?? '?'}), verbs ${clause.verbs.map((v) => v.lemma).join(' ') || 'none'}, ${clause.tense}, ${clause.modality}${clause.negated ? ', negated' : ''}${clause.speaker === null ? '' : `, said by ${clause.speaker}`}`;

const atToken = (triggers: Triggers, place: Place, i: number): Reading[] => {
  const { doc, clause, sentence } = place;
  const found: Reading[] = [];
  for (const { words, entry } of triggers) {
    const to = endOfPhrase(doc.tokens, i, words);
    if (to < 0) continue;
    const notes: TraceStep[] = [];
    const note = (step: string, detail: string): void => {
      notes.push({ step, detail });
    };
    // Written only where something is read: most hits give nothing.
    const trace = (): TraceStep[] => [
      { step: 'rule', detail: `${entry.rule.id} on "${entry.trigger}"` },
      { step: 'clause', detail: describe(clause) },
      ...notes,
    ];
    found.push(
      ...readHit(entry.rule, { doc, from: i, to, trigger: entry.trigger, clause, sentence, note }, trace),
    );
  }
  return found;
};

/** All that the rules read in a document, in the order of the text. */
export const runRules = (index: RuleIndex, doc: Doc): Reading[] => {
  const found: Reading[] = [];
  for (const sentence of doc.sentences) {
    if (sentence.boilerplate) continue;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const triggers = index[tokenAt(doc.tokens, i).word];
      const clause = triggers === undefined ? undefined : clauseAt(doc.clauses, i);
      if (triggers === undefined || clause === undefined) continue;
      for (const reading of atToken(triggers, { doc, clause, sentence }, i)) found.push(reading);
    }
  }
  return found;
};
