import { type Extraction } from '@app/contracts';
import { type ArticleInput } from './article';
import { direction, signalsOf, type Signals } from './direction';
import { gate } from './gate';
import { language } from './language';
import { merge } from './merge';
import { read } from './read';
import { rules } from './rules';
import { indexRules, runRules } from './rules/run';
import { signature } from './signature';
import { toObservation } from './to-observation';
import { isWithinReason } from './within-reason';

const index = indexRules(rules);

/** Characters that are read of one article; a longer text is read so far and says so. */
const LONGEST_TEXT = 1_000_000;

const nothing = (reason: string, code: string, hashes: number[]): Extraction => ({
  relevant: false,
  reason,
  direction: 'neutral',
  language: code,
  signature: hashes,
  observations: [],
});

const shortened = (article: ArticleInput): ArticleInput => ({
  ...article,
  title: article.title.slice(0, LONGEST_TEXT),
  text: article.text.slice(0, LONGEST_TEXT),
});

/**
 * Reads one article: pure, deterministic, never throws. What cannot be read gives no observations and a `reason`.
 * Without `publishedAt` no relative date is resolved.
 */
export const extract = (article: ArticleInput): Extraction => {
  const cut = article.text.length > LONGEST_TEXT;
  const doc = read(cut ? shortened(article) : article);
  const hashes = signature(doc.tokens);
  if (hashes.length === 0) return nothing('no text', 'und', hashes);
  const code = language(doc.text, doc.tokens);
  if (code !== 'en' && code !== 'und') return nothing('not English', code, hashes);
  const readings = merge(runRules(index, doc)).filter(isWithinReason);
  const { relevant, reason } = gate(doc, readings);
  if (!relevant) return nothing(reason ?? 'not relevant', code, hashes);
  return {
    relevant,
    reason: cut ? `only the first ${LONGEST_TEXT} characters were read` : null,
    direction: direction(doc, readings),
    language: code,
    signature: hashes,
    observations: readings.map((r) => toObservation(doc, r)),
  };
};

/** What tells the direction of an article, for fitting the weights; null where it is not about the two. */
export const directionSignals = (article: ArticleInput): Signals | null => {
  const doc = read(article);
  const readings = merge(runRules(index, doc)).filter(isWithinReason);
  return gate(doc, readings).relevant ? signalsOf(doc, readings) : null;
};
