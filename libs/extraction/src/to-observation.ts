import { type Evidence, type Observation } from '@app/contracts';
import { type ArticleInput } from './article';
import { tokenAt, type Doc, type Span } from './doc';
import { ENGINE } from './engine';
import { uuid5 } from './ids';
import { keyOf } from './merge';
import { type Reading } from './rules/rule';

/** The span in the article as published: offsets into the title or into the text, with the exact words. */
const evidenceOf = (doc: Doc, span: Span): Evidence => {
  const first = tokenAt(doc.tokens, span.from);
  const inTitle = first.start < doc.bodyStart;
  const source = inTitle ? doc.article.title : doc.article.text;
  const shift = inTitle ? 0 : doc.bodyStart;
  const start = Math.max(0, first.start - shift);
  const end = Math.min(source.length, Math.max(start, tokenAt(doc.tokens, span.to - 1).end - shift));
  return { in: inTitle ? 'title' : 'text', start, end, text: source.slice(start, end) };
};

const idOf = (article: ArticleInput, reading: Reading, evidence: Evidence): string =>
  uuid5(
    article.id,
    article.revision,
    ENGINE.id,
    ENGINE.version,
    `${evidence.in}:${evidence.start}-${evidence.end}`,
    reading.type,
    keyOf(reading),
  );

/** What every observation says, whatever its type. */
const common = (doc: Doc, reading: Reading) => {
  const evidence = evidenceOf(doc, reading.evidence);
  const speaker = reading.clause.speaker;
  return {
    id: idOf(doc.article, reading, evidence),
    evidence,
    sentence: evidenceOf(doc, reading.sentence),
    ruleId: reading.ruleId,
    confidence: reading.confidence,
    news: reading.news,
    source: speaker === null || speaker === 'both' ? ('reporter' as const) : speaker,
    trace: [...reading.trace],
  };
};

/**
 * A reading as the services say it. Same article, revision and engine: the same bytes.
 * Put together by assignment: a spread with new properties behind it costs a hundred times as much.
 */
export const toObservation = (doc: Doc, reading: Reading): Observation => {
  const start = common(doc, reading);
  switch (reading.type) {
    case 'tariff':
      return Object.assign(start, { type: reading.type }, reading.fields);
    case 'truce':
      return Object.assign(start, { type: reading.type }, reading.fields);
    case 'meeting':
      return Object.assign(start, { type: reading.type }, reading.fields);
    case 'measure':
      return Object.assign(start, { type: reading.type }, reading.fields);
    case 'dispute':
      return Object.assign(start, { type: reading.type }, reading.fields);
    case 'stance':
      return Object.assign(start, { type: reading.type }, reading.fields);
  }
};
