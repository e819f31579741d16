import { openers, prepositions } from '../../lexicon/clauses';
import { inside, tokenAt, wordAt, type Clause } from '../../doc';
import { clauseAt, has } from '../helpers';
import { type Hit } from '../rule';

/** What stands before a noun's phrase and what it makes of the contact. */
export interface Lead {
  /** Index of the word before the phrase: "after" of "after the two sides' latest talks". */
  readonly at: number;
  readonly says: 'over' | 'ahead' | 'wish' | 'none';
  /** A preposition of time leads it: the dates before that are of something else. */
  readonly apart: boolean;
  /** The verb of its clause stands right before the phrase, or "to", "on" and "for" after that verb. */
  readonly object: boolean;
  /** "No talks", "no new date for the talks". */
  readonly none: boolean;
}

const LONGEST_LEAD = 10;
const AHEAD =
  / (?:planned|upcoming|(?<!regularly )scheduled|forthcoming|future|coming|expected|next|looming) /;
const PAST = / (?:last|final|previous|earlier|latest|recent|past|weekend|yesterday) /;
/** "The third round" is over, unless it "will be held" or the two "agreed to hold" it. */
const COUNTED = / (?:first|second|third|fourth|fifth) /;
/** "The first sit-down … is set for Saturday". */
const IS_SET =
  / (?:is|are) (?:now |still |also )?(?:set|scheduled|due|planned|expected|slated|pencilled in|fixed|to) (?:for|in|on|to|at|take|be|open|start|begin) /;
const POSSIBLE = / (?:possible|potential|proposed|eventual) /;
/** "A round of talks", "100 minutes of talks": the phrase goes on to the left. */
const MEASURES =
  /^(?:rounds?|days?|hours?|minutes|weekend|series|weeks|end|edge|sidelines|margins|outcome|result|conclusion|start|beginning|opening)$/;

const nameBefore = (hit: Hit, i: number): number => {
  const names = inside(hit.doc.mentions, { from: Math.max(hit.sentence.from, i - 8), to: i + 1 });
  return names.find((m) => m.from <= i && m.to > i)?.from ?? -1;
};

/** "Economic and trade consultations": one adjective of official English. */
const isEconomicAndTrade = (hit: Hit, i: number): boolean =>
  wordAt(hit.doc.tokens, i) === 'and' &&
  /^(?:economic|trade|candid|constructive)$/.test(wordAt(hit.doc.tokens, i - 1));

const stops = (hit: Hit, i: number): boolean => {
  const { lower, kind } = tokenAt(hit.doc.tokens, i);
  if (lower === '-' || lower === "'s" || isEconomicAndTrade(hit, i)) return false;
  return (
    kind === 'mark' ||
    prepositions.has(lower) ||
    openers.has(lower) ||
    lower === 'ahead' ||
    hit.clause.verbs.some((v) => v.at === i) ||
    (i < hit.clause.from && clauseAt(hit.doc.clauses, i)?.verbs.some((v) => v.at === i) === true)
  );
};

const leadAt = (hit: Hit): number => {
  let i = hit.from - 1;
  while (i >= hit.sentence.from && i >= hit.from - LONGEST_LEAD) {
    const name = nameBefore(hit, i);
    if (name >= 0) i = name - 1;
    else if (!stops(hit, i)) i -= 1;
    else if (wordAt(hit.doc.tokens, i) === 'of' && MEASURES.test(wordAt(hit.doc.tokens, i - 1))) i -= 2;
    else break;
  }
  return i;
};

const isAheadWord = (hit: Hit, at: number): boolean => {
  const word = wordAt(hit.doc.tokens, at);
  const before = wordAt(hit.doc.tokens, at - 1);
  if (/^(?:before|until|prepare|prepares|preparing|attend|toward|towards)$/.test(word)) return true;
  if (word === 'after') return before === 'until';
  if (word === 'of') return /^(?:ahead|eve)$/.test(before);
  return word === 'for' && /^(?:ground|groundwork|way|preparations|stage)$/.test(before);
};

/** "A chance for a meeting", "the prospect of talks". */
const isChance = (hit: Hit, at: number): boolean =>
  /^(?:for|of)$/.test(wordAt(hit.doc.tokens, at)) &&
  /^(?:chances?|prospects?|possibility|occasions?|opportunit(?:y|ies)|hopes?|idea|proposal|offer|request|talk)$/.test(
    wordAt(hit.doc.tokens, at - 1),
  );

const says = (hit: Hit, at: number): Lead['says'] => {
  const part = { from: at + 1, to: hit.from };
  if (isAheadWord(hit, at)) return 'ahead';
  if (isChance(hit, at)) return 'wish';
  if (has(hit.doc, part, POSSIBLE)) return 'wish';
  if (has(hit.doc, part, AHEAD)) return 'ahead';
  const start = `${wordAt(hit.doc.tokens, at)} ${wordAt(hit.doc.tokens, at + 1)}`;
  const led =
    /^(?:after|following|during|since|in|at|over|from|follows|followed) (?!exchange|return|addition|response)/.test(
      start,
    );
  const counted =
    hit.clause.tense !== 'future' &&
    has(hit.doc, part, COUNTED) &&
    !has(hit.doc, { from: hit.to, to: hit.clause.to }, IS_SET);
  return led || counted || has(hit.doc, part, PAST) ? 'over' : 'none';
};

const SAYS = /^(?:say|tell|add|note|claim|insist|write|post|tweet|reiterate|stress)$/;

/** So near before the noun stands the verb whose "that" comes after it. */
const SAID = 6;

/** Does the clause go on about the noun before it? In "said after the call that he would" it is what is said. */
export const isRelative = (hit: Hit, next: Clause): boolean => {
  if (next.opener === 'which') return true;
  const joined = /^(?:and|,)$/.test(wordAt(hit.doc.tokens, next.from - 1));
  const said = hit.clause.verbs.some(
    (v) => SAYS.test(v.lemma) && v.to <= hit.from && hit.from - v.to <= SAID,
  );
  return next.opener === 'that' && !joined && !said;
};

/** Looks back from a noun over its adjectives and owners to the word that leads them. */
export const leadOf = (hit: Hit): Lead => {
  const at = leadAt(hit);
  const word = wordAt(hit.doc.tokens, at);
  const verbAt = (i: number): boolean => hit.clause.verbs.some((v) => v.at === i);
  const no = (i: number): boolean => wordAt(hit.doc.tokens, i) === 'no';
  return {
    none:
      no(at + 1) ||
      (word === 'for' &&
        has(hit.doc, { from: at - 5, to: at }, / no (?:new )?(?:date|time|plan|plans|place) /)),
    at,
    says: says(hit, at),
    apart:
      /^(?:after|following|before|until|since|during|prepare|prepares|preparing)$/.test(word) ||
      (word === 'of' && isAheadWord(hit, at)),
    object: verbAt(at) || (/^(?:to|on|for)$/.test(word) && verbAt(at - 1)),
  };
};
