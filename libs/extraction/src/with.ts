import { type Clause, type DateMention, type Mention, type Value, type Verb } from './doc';

// Copies with some values changed, written out field by field in the order in which the passes first write them: V8 gives what a
// spread makes a shape of its own, and every reader of a list of mixed shapes is several times slower.

const or = <T>(changed: T | undefined, before: T): T => (changed === undefined ? before : changed);

export const mentionWith = (m: Mention, by: Partial<Mention>): Mention => ({
  from: or(by.from, m.from),
  to: or(by.to, m.to),
  kind: or(by.kind, m.kind),
  side: or(by.side, m.side),
  name: or(by.name, m.name),
  role: or(by.role, m.role),
  place: or(by.place, m.place),
});

export const valueWith = (v: Value, by: Partial<Value>): Value => ({
  from: or(by.from, v.from),
  to: or(by.to, v.to),
  kind: or(by.kind, v.kind),
  value: or(by.value, v.value),
  unit: or(by.unit, v.unit),
  before: or(by.before, v.before),
  low: or(by.low, v.low),
  role: or(by.role, v.role),
  hedge: or(by.hedge, v.hedge),
});

export const dateWith = (d: DateMention, by: Partial<DateMention>): DateMention => ({
  from: or(by.from, d.from),
  to: or(by.to, d.to),
  kind: or(by.kind, d.kind),
  past: or(by.past, d.past),
  future: or(by.future, d.future),
  date: or(by.date, d.date),
  role: or(by.role, d.role),
  ofReport: or(by.ofReport, d.ofReport),
});

export const verbWith = (v: Verb, by: Partial<Verb>): Verb => ({
  from: or(by.from, v.from),
  to: or(by.to, v.to),
  at: or(by.at, v.at),
  lemma: or(by.lemma, v.lemma),
  tense: or(by.tense, v.tense),
  passive: or(by.passive, v.passive),
  progressive: or(by.progressive, v.progressive),
  modal: or(by.modal, v.modal),
  negated: or(by.negated, v.negated),
  infinitive: or(by.infinitive, v.infinitive),
});

export const clauseWith = (c: Clause, by: Partial<Clause>): Clause => ({
  from: or(by.from, c.from),
  to: or(by.to, c.to),
  i: or(by.i, c.i),
  sentence: or(by.sentence, c.sentence),
  verbs: or(by.verbs, c.verbs),
  subject: or(by.subject, c.subject),
  tense: or(by.tense, c.tense),
  modality: or(by.modality, c.modality),
  negated: or(by.negated, c.negated),
  parent: or(by.parent, c.parent),
  opener: or(by.opener, c.opener),
  speaker: or(by.speaker, c.speaker),
  act: or(by.act, c.act),
});
