import { type ArticleInput } from './article';

/** Whose a thing is. `both` is said of "the two sides", `other` of every third party. */
export type Side = 'US' | 'CN' | 'other' | 'both';

/** A stretch of the document: tokens `from` to `to`, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Token {
  readonly i: number;
  /** Offsets into `Doc.text`, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark' | 'none';
  /** As written. */
  readonly text: string;
  /** Lower case without dots: `U.S.` gives `us`, `$` stays `$`. */
  readonly lower: string;
  /** Number of `lower` in the vocabulary, 0 where no list of the engine names it. */
  readonly word: number;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Value of a number, else NaN. */
  readonly value: number;
}

export interface Sentence extends Span {
  readonly i: number;
  readonly paragraph: number;
  readonly headline: boolean;
  /** Byline, dateline credit, "Read more": kept, but rules do not fire in it. */
  readonly boilerplate: boolean;
}

export interface Quote extends Span {
  readonly kind: 'direct' | 'scare';
  readonly speaker: Side | null;
}

export type MentionKind =
  | 'country' // China, the United States
  | 'capital' // Beijing, Washington: actor or place by context, see `place`
  | 'people' // Chinese, American: the adjective or the people
  | 'person' // Trump, He Lifeng, "Chinese officials"
  | 'institution' // Commerce Department, MOFCOM
  | 'pronoun' // he, it, they, we: resolved to a side
  | 'pair' // the two leaders, both sides
  | 'goods' // Chinese goods, imports from China: side = where the goods come from
  | 'product' // soybeans, rare earths
  | 'firm' // Huawei, Nvidia
  | 'place'; // Geneva, Busan

/** Something named in the text. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  readonly side: Side | null;
  /** Canonical name: `Donald Trump`, `Geneva`, `rare earths`. */
  readonly name: string;
  /** `leader`: one of the two presidents in office at publication; `official`: speaks for a side. */
  readonly role: 'leader' | 'official' | 'media' | null;
  /** Capital used as a place ("talks in Beijing"), or any place. */
  readonly place: boolean;
}

export type ValueKind = 'percent' | 'points' | 'money' | 'duration' | 'count';

/** A number with what it counts. */
export interface Value extends Span {
  readonly kind: ValueKind;
  /** Percent, percentage points, billions of US dollars, minutes, or a bare count. */
  readonly value: number;
  /** Duration: `minute`, `hour`, `day`, `week`, `month`, `year`. Money: `usd` or another currency. Else ''. */
  readonly unit: string;
  /** Percent: the rate before ("from 145% to 30%" gives 145 on the 30). */
  readonly before: number | null;
  /** Percent: the lower end of a range ("5 to 25 percent" gives 5 on the 25). */
  readonly low: number | null;
  /** `from`: the old rate of a pair; `low`: the lower end of a range. The other end is what rules read. */
  readonly role: 'main' | 'from' | 'low';
  /** "up to", "as much as", "more than", "about". */
  readonly hedge: string | null;
}

export type DateRole = 'at' | 'until' | 'since' | 'from' | 'by';

export interface DateMention extends Span {
  /** `day`, `month` and `year` are dates; `firm` is "in the coming weeks", `vague` is "soon": no date. */
  readonly kind: 'day' | 'month' | 'year' | 'firm' | 'vague';
  /** ISO, as precise as told; both candidates equal where the words leave no choice; null where nothing can be resolved. */
  readonly past: string | null;
  readonly future: string | null;
  /** The choice by the tense of the owning clause. */
  readonly date: string | null;
  readonly role: DateRole;
  /** True of the day that a statement was made, not the act: "said on Friday". */
  readonly ofReport: boolean;
}

export type Tense = 'past' | 'perfect' | 'past-perfect' | 'present' | 'future' | 'none';
export type Modality = 'fact' | 'plan' | 'threat' | 'condition' | 'possible' | 'wish' | 'question';

export interface Verb extends Span {
  /** Base form of the word that carries the meaning: `impose`. */
  readonly lemma: string;
  readonly at: number;
  readonly tense: Tense;
  readonly passive: boolean;
  readonly progressive: boolean;
  /** `will`, `could`, `may` …, or null. */
  readonly modal: string | null;
  readonly negated: boolean;
  readonly infinitive: boolean;
}

export type SpeechAct = 'assert' | 'deny' | 'accuse' | 'threaten' | 'promise' | 'demand' | 'confirm';

export interface Clause extends Span {
  readonly i: number;
  readonly sentence: number;
  /** Finite verb first, then its infinitives: "threatened to impose" gives threaten, impose. Empty in a fragment. */
  readonly verbs: readonly Verb[];
  readonly subject: Mention | null;
  readonly tense: Tense;
  readonly modality: Modality;
  readonly negated: boolean;
  /** The clause that this one completes ("Trump said | he would …"), or null. */
  readonly parent: number | null;
  /** The word that opens it: `that`, `which`, `if`, `while`, or ''. */
  readonly opener: string;
  /** Who says it: a side, or null for the reporter. */
  readonly speaker: Side | null;
  readonly act: SpeechAct | null;
}

/** An article with all that the passes found in it. Every pass returns a new value; none changes one. */
export interface Doc {
  readonly article: ArticleInput;
  /** Title, line feed, text; the same length as the original, see `normalize`. */
  readonly text: string;
  /** Where the body begins in `text`. */
  readonly bodyStart: number;
  /** Day of publication (`2025-06-06`), or null. */
  readonly published: string | null;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly mentions: readonly Mention[];
  readonly values: readonly Value[];
  readonly dates: readonly DateMention[];
  readonly clauses: readonly Clause[];
}

/** Stands for the token before the first and after the last, so that neighbours need no check. */
const NO_TOKEN: Token = {
  i: -1,
  start: 0,
  end: 0,
  kind: 'none',
  text: '',
  lower: '',
  word: 0,
  capital: false,
  value: Number.NaN,
};

// A negative index is no index but a name for V8, and one alone makes every later look-up slow: so it is asked for first.
export const tokenAt = (tokens: readonly Token[], i: number): Token =>
  i < 0 ? NO_TOKEN : (tokens[i] ?? NO_TOKEN);

/** Lower-case word at `i`, '' outside. */
export const wordAt = (tokens: readonly Token[], i: number): string =>
  i < 0 ? '' : (tokens[i]?.lower ?? '');

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
export const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Index of the last thing that begins at or before the token, -1 where none does; binary search over things sorted by `from`. */
export const lastBefore = (items: readonly Span[], token: number): number => {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Things sorted by `from` that lie inside the span; binary search, so that a long document stays linear. */
export const inside = <T extends Span>(items: readonly T[], span: Span): T[] => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.from ?? 0) < span.from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < items.length; i += 1) {
    const item = items[i];
    if (item === undefined || item.from >= span.to) break;
    if (item.to <= span.to) found.push(item);
  }
  return found;
};
