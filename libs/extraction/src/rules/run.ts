import { type ObservationType, type TraceStep } from '@app/contracts';
import { clauseAt } from '../passes/choose-dates';
import { type Clause, type Doc, type Sentence, tokenAt } from '../doc';
import { endOfPhrase, phraseIndex, type PhraseIndex } from '../phrase-index';
import { type AnyRule, type Draft, type Hit, type Reading, type Rule } from './rule';
import { withDayTold } from './tariff/announced-on';

/** A phrase with all rules that start from it. */
interface Trigger {
  readonly trigger: string;
  readonly rules: readonly AnyRule[];
}

export type RuleIndex = PhraseIndex<Trigger>;
type Triggers = NonNullable<RuleIndex[number]>;

/** Rules by the phrases that they start from, so that a rule costs nothing where its words do not stand. */
export const indexRules = (rules: readonly AnyRule[]): RuleIndex => {
  const byPhrase = new Map<string, AnyRule[]>();
  for (const rule of rules)
    for (const trigger of rule.triggers) byPhrase.set(trigger, [...(byPhrase.get(trigger) ?? []), rule]);
  return phraseIndex(
    [...byPhrase].map(([trigger, of]): [string, Trigger] => [trigger, { trigger, rules: of }]),
  );
};

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

const describe = (clause: Clause): string =>
  `subject ${clause.subject?.name ?? '?'} (${clause.subject?.side ?? '?'}), verbs ${clause.verbs.map((v) => v.lemma).join(' ') || 'none'}, ${clause.tense}, ${clause.modality}${clause.negated ? ', negated' : ''}${clause.speaker === null ? '' : `, said by ${clause.speaker}`}`;

/** What a rule with these drafts at a hit leaves; the steps are written only here, for most hits give nothing. */
const toReadings = <T extends ObservationType>(
  rule: Rule<T>,
  drafts: readonly Draft<T>[],
  hit: Hit,
  notes: readonly TraceStep[],
) => {
  if (drafts.length === 0) return [];
  const trace: readonly TraceStep[] = [
    { step: 'rule', detail: `${rule.id} on "${hit.trigger}"` },
    { step: 'clause', detail: describe(hit.clause) },
    ...notes,
  ];
  return drafts.map((draft) => toReading(rule, draft, hit, trace));
};

/** Each type apart, so that fields and type stay joined for the compiler. */
const readHit = (rule: AnyRule, hit: Hit, notes: readonly TraceStep[]): Reading[] => {
  switch (rule.type) {
    case 'tariff':
      return toReadings(
        rule,
        rule.read(hit).map((draft) => withDayTold(draft, hit)),
        hit,
        notes,
      );
    case 'truce':
      return toReadings(rule, rule.read(hit), hit, notes);
    case 'meeting':
      return toReadings(rule, rule.read(hit), hit, notes);
    case 'measure':
      return toReadings(rule, rule.read(hit), hit, notes);
    case 'dispute':
      return toReadings(rule, rule.read(hit), hit, notes);
    case 'stance':
      return toReadings(rule, rule.read(hit), hit, notes);
  }
};

const atToken = (triggers: Triggers, { doc, clause, sentence }: Place, i: number): Reading[] => {
  const found: Reading[] = [];
  for (const { words, entry } of triggers) {
    const to = endOfPhrase(doc.tokens, i, words);
    if (to < 0) continue;
    for (const rule of entry.rules) {
      const notes: TraceStep[] = [];
      const note = (step: string, detail: string): void => {
        notes.push({ step, detail });
      };
      const hit: Hit = { doc, from: i, to, trigger: entry.trigger, clause, sentence, note };
      for (const reading of readHit(rule, hit, notes)) found.push(reading);
    }
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
