import { adverbs, determiners, negators, openers, prepositions } from '../lexicon/clauses';
import { ingNouns, nounVerbs, verbFormAt, type VerbEntry } from '../lexicon/verbs';
import { tokenAt, wordAt, type Mention, type Span, type Tense, type Token, type Verb } from '../doc';
import { verbWith } from '../with';

/** What stands at a token, for telling verbs from nouns: the mention that ends before it. */
type EndsAt = ReadonlyMap<number, Mention>;

/** Names of the text, for telling verbs from nouns: by where they end, and the tokens inside them, which are no verbs. */
export interface Names {
  readonly ends: EndsAt;
  readonly covered: ReadonlySet<number>;
}

export const namesOf = (mentions: readonly Mention[]): Names => {
  const covered = new Set<number>();
  for (const m of mentions) for (let i = m.from; i < m.to; i += 1) covered.add(i);
  return { ends: new Map(mentions.map((m) => [m.to, m])), covered };
};

const aux = new Set(['be', 'have', 'do', 'modal']);
const pronouns = new Set([
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'you',
  'who',
  'which',
  'that',
  'both',
  'each',
  'also',
  'not',
  'then',
]);
const actorKinds = new Set(['country', 'capital', 'person', 'institution', 'pronoun', 'pair', 'firm']);

/** "The two spoke", "the two agreed to": a verb, unlike "the two planned rounds". */
const followsTheTwo = (tokens: readonly Token[], i: number): boolean => {
  const next = wordAt(tokens, i + 1);
  return (
    !wordAt(tokens, i).endsWith('ed') ||
    next === 'to' ||
    next === 'that' ||
    next === 'also' ||
    prepositions.has(next)
  );
};

/** After a hyphen, an owner or a determiner stands a noun or an adjective. */
const nounPlace = (tokens: readonly Token[], i: number): boolean => {
  const before = wordAt(tokens, i - 1);
  if (before === '-' || before === "'s" || wordAt(tokens, i + 1) === '-') return true;
  // "U.S. limits on shipments"
  if (
    /^(?:limits?|curbs?|bans?|controls?|levies|sanctions?|tariffs?)$/.test(wordAt(tokens, i)) &&
    wordAt(tokens, i + 1) === 'on'
  )
    return true;
  // "a sweeping set of controls"
  if (wordAt(tokens, i) === 'set' && wordAt(tokens, i + 1) === 'of') return true;
  if (before === 'two' && wordAt(tokens, i - 2) === 'the') return !followsTheTwo(tokens, i);
  return determiners.has(before) && before !== 'that' && before !== 'this';
};

/** A past form after a preposition is an adjective: "on imported goods"; so it is in "the first publicly confirmed contact". */
const pastIsVerb = (tokens: readonly Token[], i: number): boolean => {
  const before = wordAt(tokens, i - 1);
  if (before.endsWith('ly') && (determiners.has(wordAt(tokens, i - 2)) || wordAt(tokens, i - 2) === 'first'))
    return false;
  // "its current and proposed controls"
  if (before === 'and' && /^(?:current|existing|new|future|previous)$/.test(wordAt(tokens, i - 2)))
    return false;
  return !prepositions.has(before) || before === 'since' || before === 'than';
};

/** A participle opens a clause after a comma, a quotation mark, a preposition or an actor; elsewhere it is an adjective. */
const ingIsVerb = (tokens: readonly Token[], i: number, actor: boolean): boolean => {
  if (ingNouns.has(wordAt(tokens, i))) return false;
  const before = wordAt(tokens, i - 1);
  return (
    actor ||
    tokenAt(tokens, i - 1).kind !== 'word' ||
    prepositions.has(before) ||
    openers.has(before) ||
    adverbs.has(before) ||
    before.endsWith('ly')
  );
};

/** Before a verb in the present: a subject in the plural, an adverb, "and". */
const presentPlace = (before: string): boolean =>
  (before.endsWith('s') && !before.endsWith("'s")) ||
  adverbs.has(before) ||
  /^(?:and|or|%|percent)$/.test(before) ||
  before.endsWith('ly');

const tradeNoun =
  /^(?:talks?|deals?|wars?|truce|tensions?|agreements?|negotiations?|negotiators?|relations?|ties|officials?|policy|pacts?|frameworks?|disputes?|barriers?|deficit|surplus|teams?)$/;

const leader = /^(?:person|persons|negotiators?|envoys?|officials?|representatives?|times?)$/;

/** "Trade talks", "trade deal", "the U.S. lead person": no verb. */
const isAdjunct = (tokens: readonly Token[], i: number, entry: VerbEntry): boolean =>
  (entry.lemma === 'trade' && tradeNoun.test(wordAt(tokens, i + 1))) ||
  (wordAt(tokens, i) === 'lead' && leader.test(wordAt(tokens, i + 1)));

/** "The tariff on Chinese goods falls to 20%": a word of movement in -s, with where to or from behind it. */
const isMoving = (tokens: readonly Token[], i: number): boolean =>
  /^(?:falls|rises|drops|jumps|declines|surges)$/.test(wordAt(tokens, i)) &&
  /^(?:to|from|by)$/.test(wordAt(tokens, i + 1)) &&
  !prepositions.has(wordAt(tokens, i - 1)) &&
  wordAt(tokens, i - 1) !== ',';

/** A noun-or-verb word is a verb after an actor or a pronoun; a past form is one, unless it stands like an adjective. */
const isVerbHere = (tokens: readonly Token[], i: number, entry: VerbEntry, ends: EndsAt): boolean => {
  if (nounPlace(tokens, i) || isAdjunct(tokens, i, entry)) return false;
  if (entry.form === 'past') return pastIsVerb(tokens, i);
  const actor = actorKinds.has(ends.get(i)?.kind ?? '');
  if (entry.form === 'ing') return ingIsVerb(tokens, i, actor);
  const before = wordAt(tokens, i - 1);
  const subject = actor || pronouns.has(before);
  if (nounVerbs.has(wordAt(tokens, i))) return subject || isMoving(tokens, i);
  return entry.form === 's' ? !prepositions.has(before) : subject || presentPlace(before);
};

/** Auxiliaries, "not" and adverbs from `i`: the index where they end and what they say. */
interface Chain {
  readonly at: number;
  readonly words: readonly VerbEntry[];
  readonly negated: boolean;
}

const LONGEST_CHAIN = 9;

/** Adverbs of two words: "may no longer ship", "will once more let". */
const pairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['no', new Set(['longer'])],
  ['once', new Set(['more', 'again'])],
  ['at', new Set(['last', 'once'])],
  ['in', new Set(['turn', 'future'])],
]);

/** Words of an adverb inside a chain: "will also", "will for the time being not"; 0 where none stands. */
const asideAt = (tokens: readonly Token[], at: number): number => {
  if (pairs.get(wordAt(tokens, at))?.has(wordAt(tokens, at + 1)) === true) return 2;
  if (adverbs.has(wordAt(tokens, at))) return 1;
  if (wordAt(tokens, at) !== 'for') return 0;
  return wordAt(tokens, at + 1) === 'now' ? 2 : wordAt(tokens, at + 3) === 'being' ? 4 : 0;
};

const chainFrom = (tokens: readonly Token[], i: number): Chain => {
  const words: VerbEntry[] = [];
  let negated = false;
  let at = i;
  while (at - i < LONGEST_CHAIN) {
    const word = wordAt(tokens, at);
    const entry = verbFormAt(tokens, at);
    if (entry !== undefined && aux.has(entry.form)) {
      words.push(entry);
      negated ||= word.endsWith("n't") || word === 'cannot';
    } else if (words.length > 0 && negators.has(word) && wordAt(tokens, at + 1) !== 'longer') negated = true;
    else {
      const aside = words.length > 0 ? asideAt(tokens, at) : 0;
      if (aside === 0) break;
      at += aside - 1;
    }
    at += 1;
  }
  return { at, words, negated };
};

const isPast = (word: string): boolean => /^(?:was|were|wasn't|weren't|had|hadn't|did|didn't)$/.test(word);

const present = (first: string): Tense => (isPast(first) ? 'past' : 'present');

/** Standing alone, the last "have" is the verb itself: "had a call" is past, "have had" perfect. */
const tenseOf = (chain: Chain, main: VerbEntry | null, first: string): Tense => {
  const kinds = chain.words.map((w) => w.form);
  if (main === null && kinds[kinds.length - 1] === 'have') kinds.pop();
  if (kinds[0] === 'modal') return 'future';
  if (kinds.includes('have')) return isPast(first) ? 'past-perfect' : 'perfect';
  if (kinds.length > 0 || main === null) return present(first);
  return main.form === 'past' ? 'past' : 'present';
};

/** A participle or infinitive of its own: "announcing …", "to raise". */
const bare = (tokens: readonly Token[], i: number, entry: VerbEntry): Verb => ({
  from: i,
  to: i + 1,
  at: i,
  lemma: entry.lemma,
  tense: 'none',
  passive: false,
  progressive: entry.form === 'ing',
  modal: null,
  negated:
    negators.has(wordAt(tokens, i - 1)) ||
    (wordAt(tokens, i - 1) === 'to' && negators.has(wordAt(tokens, i - 2))),
  infinitive: wordAt(tokens, i - 1) === 'to',
});

/** "cut", "put", "let": one form for all, so that after "to" it is the infinitive. */
const isBase = (entry: VerbEntry): boolean =>
  entry.form === 'base' || (entry.form === 'past' && sameForms.has(entry.lemma));
const sameForms = new Set('cut hit hurt let put set shut spread cost'.split(' '));

const afterTo = (tokens: readonly Token[], i: number): Verb | null => {
  const chain = chainFrom(tokens, i);
  const entry = verbFormAt(tokens, chain.at);
  const last = chain.words.at(-1);
  const main =
    entry !== undefined &&
    (chain.words.length === 0 ? isBase(entry) : entry.form === 'past' || entry.form === 'ing');
  if (!main && last === undefined) return null;
  const at = main ? chain.at : chain.at - 1;
  const verb = bare(tokens, i, (main ? entry : last) ?? { lemma: '', form: 'base' });
  return verbWith(verb, { to: at + 1, at, passive: last?.lemma === 'be' && main && entry.form === 'past' });
};

/** Does the word after the auxiliaries carry the meaning ("has imposed"), or do they stand alone ("has a plan")? */
const carries = (entry: VerbEntry | undefined, last: VerbEntry): entry is VerbEntry => {
  if (entry === undefined || aux.has(entry.form)) return false;
  if (entry.form === 'past') return true;
  const takesBase = last.form === 'modal' || last.form === 'do';
  return takesBase ? isBase(entry) : entry.form === 'ing';
};

const functionWords = [determiners, prepositions, openers, pronouns, negators];

/** "Will yank", "could torpedo": behind "will" and the like a plain word that no list knows is the verb. */
const unlisted = (tokens: readonly Token[], at: number, last: VerbEntry): VerbEntry | null => {
  const { kind, capital, lower } = tokenAt(tokens, at);
  const isPlain = kind === 'word' && !capital && lower.length > 2 && !lower.endsWith('ly');
  if (last.form !== 'modal' || !isPlain || verbFormAt(tokens, at) !== undefined) return null;
  return functionWords.some((list) => list.has(lower)) ? null : { lemma: lower, form: 'base' };
};

/** A chain of auxiliaries with its main verb, or with its last auxiliary where none carries the meaning. */
const withAuxiliaries = (tokens: readonly Token[], i: number, chain: Chain, last: VerbEntry): Verb => {
  const entry = verbFormAt(tokens, chain.at);
  const main = carries(entry, last) ? entry : unlisted(tokens, chain.at, last);
  const at = main === null ? chain.at - 1 : chain.at;
  return {
    from: i,
    to: at + 1,
    at,
    lemma: (main ?? last).lemma,
    tense: tenseOf(chain, main, wordAt(tokens, i)),
    passive: main?.form === 'past' && last.form === 'be',
    progressive: main?.form === 'ing',
    modal: chain.words.find((w) => w.form === 'modal')?.lemma ?? null,
    negated: chain.negated || negators.has(wordAt(tokens, i - 1)),
    infinitive: false,
  };
};

const finite = (tokens: readonly Token[], i: number, ends: EndsAt): Verb | null => {
  const entry = verbFormAt(tokens, i);
  if (entry === undefined) return null;
  const chain = chainFrom(tokens, i);
  const last = chain.words.at(-1);
  if (last !== undefined) return withAuxiliaries(tokens, i, chain, last);
  if (!isVerbHere(tokens, i, entry, ends)) return null;
  const verb = bare(tokens, i, entry);
  if (entry.form === 'ing') return verb;
  return verbWith(verb, { tense: entry.form === 'past' ? 'past' : 'present', infinitive: false });
};

/** "To" after these is a preposition: "according to state media". */
const noInfinitive = new Set(['according', 'thanks', 'response', 'reply', 'relation', 'addition']);

/** "in May", "16 May": the month, which is no "may"; "for the time being"; "at 3 a.m.". */
const isNoVerb = (tokens: readonly Token[], i: number, sentence: Span): boolean => {
  const token = tokenAt(tokens, i);
  if (token.lower === 'am') return token.text !== 'am' || tokenAt(tokens, i - 1).kind === 'number';
  if (token.lower === 'being') return wordAt(tokens, i - 1) === 'time';
  if (token.lower !== 'may') return false;
  const before = tokenAt(tokens, i - 1);
  return (
    before.kind === 'number' || beforeMonth.has(before.lower) || (token.text === 'May' && i > sentence.from)
  );
};
const beforeMonth = new Set('in since until by last next early late mid'.split(' '));

/** Is this "to" one of an infinitive: not in "according to", "to China", "agree to trade truce"? */
const leadsVerb = (tokens: readonly Token[], i: number, names: Names): boolean =>
  !noInfinitive.has(wordAt(tokens, i - 1)) &&
  !names.covered.has(i + 1) &&
  !(wordAt(tokens, i + 1) === 'trade' && tradeNoun.test(wordAt(tokens, i + 2)));

/** Verb groups of a sentence in order: auxiliaries and main verb in one, infinitives and participles by themselves. */
export const verbs = (tokens: readonly Token[], sentence: Span, names: Names): Verb[] => {
  const found: Verb[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' || names.covered.has(i) || isNoVerb(tokens, i, sentence)) continue;
    const to = token.lower === 'to' && leadsVerb(tokens, i, names) ? afterTo(tokens, i + 1) : null;
    const verb = to ?? (token.lower === 'to' ? null : finite(tokens, i, names.ends));
    if (verb === null || verb.to > sentence.to) continue;
    found.push(verb);
    i = verb.to - 1;
  }
  return found;
};
