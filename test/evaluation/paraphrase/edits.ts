import { type GoldArticle, type GoldLine, type Value } from '../corpus';

/** Put `text` where `start` to `end` was. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
/** All edits of a text, in order, none touching another. */
export type Find = (text: string) => readonly Edit[];

const apply = (text: string, edits: readonly Edit[]): string => {
  let at = 0;
  let out = '';
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
};

/** What a span of the text reads after the edits; an edit that crosses its border is taken in whole. */
const follow = (text: string, edits: readonly Edit[], start: number, end: number): string => {
  const crossed = edits.filter((edit) => edit.start < end && edit.end > start);
  const from = Math.min(start, ...crossed.map((edit) => edit.start));
  const to = Math.max(end, ...crossed.map((edit) => edit.end));
  return apply(
    text.slice(from, to),
    crossed.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
  );
};

/** An edit for each match; null leaves a match as it is. */
export const findAll =
  (pattern: RegExp, replace: (match: RegExpMatchArray) => string | null): Find =>
  (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const to = replace(match);
      return to === null || to === match[0]
        ? []
        : [{ start: match.index, end: match.index + match[0].length, text: to }];
    });

const evidenceAfter = (article: GoldArticle, find: Find, evidence: string): string => {
  for (const text of [article.text, article.title]) {
    const at = text.indexOf(evidence);
    if (at >= 0) return follow(text, find(text), at, at + evidence.length);
  }
  return evidence;
};

/** Fields whose words are the text's own, so that they change as it does. */
const WORDED = ['place', 'name', 'product', 'subject', 'about'];

const lineAfter = (article: GoldArticle, find: Find, line: GoldLine): GoldLine => {
  const changed: Record<string, Value> = {};
  for (const field of WORDED) {
    const value = line[field];
    if (typeof value === 'string') changed[field] = apply(value, find(value));
  }
  return { ...line, ...changed, evidence: evidenceAfter(article, find, line.evidence) };
};

/** The article with the edits made everywhere alike: title, text, evidence and the fields that quote the text. */
export const rewrite = (article: GoldArticle, find: Find): GoldArticle => ({
  ...article,
  title: apply(article.title, find(article.title)),
  text: apply(article.text, find(article.text)),
  gold: {
    ...article.gold,
    observations: article.gold.observations.map((line) => lineAfter(article, find, line)),
  },
});
