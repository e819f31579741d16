import {
  inside,
  tokenAt,
  wordAt,
  type Mention,
  type Quote,
  type Sentence,
  type Side,
  type Token,
} from '../doc';
import { prepositions } from '../lexicon/clauses';
import { isFinite } from '../lexicon/verbs';
import { wordClass } from '../word-class';
import { isActor } from './clauses';

const third = new Set(['he', 'she', 'his', 'her', 'him', 'himself']);
const thing = new Set(['it', 'its', 'they', 'their', 'them', 'itself']);
const many = new Set(['they', 'their', 'them']);
const first = new Set(['we', 'our', 'us', 'i', 'my', 'me', 'ours']);
const opposite = (side: Side | null): Side | null => (side === 'US' ? 'CN' : side === 'CN' ? 'US' : null);

const persons = new Set(['person']);
const states = new Set(['country', 'capital', 'institution', 'people']);

interface State {
  person: Side | null;
  state: Side | null;
  /** Who "they" are: both, once the two sides were named together. */
  they: Side | null;
  last: Mention | null;
  /** An American person has been named. */
  us: boolean;
}

/** "Trump and Xi", "Trump, who met Xi": the two sides named in one breath. */
const together = (tokens: readonly Token[], a: Mention | null, b: Mention): boolean =>
  a !== null &&
  a.side === opposite(b.side) &&
  a.side !== null &&
  a.kind === b.kind &&
  (wordAt(tokens, b.from - 1) === 'and' || wordAt(tokens, b.from - 1) === '-') &&
  b.from - a.to <= 9;

const rememberThey = (tokens: readonly Token[], state: State, m: Mention): void => {
  if (m.side === 'both' || together(tokens, state.last, m)) state.they = 'both';
  else if (!m.place && m.side !== null && states.has(m.kind)) state.they = m.side;
  state.last = m;
};

/** "Trump met Xi. He said …": the person in front is the one who is spoken of, not the one after a preposition or verb. */
const remember = (state: State, m: Mention, inFront: boolean): void => {
  if (m.place || m.side === null || m.side === 'both') return;
  state.us ||= m.kind === 'person' && m.side === 'US' && m.name !== 'United States officials';
  if (persons.has(m.kind) && (inFront || state.person === null)) state.person = m.side;
  if (states.has(m.kind) || m.kind === 'person') state.state = m.side;
};

/** The first person of a sentence, or one who begins a clause of his own. */
const isInFront = (tokens: readonly Token[], sentence: Sentence, m: Mention, seen: boolean): boolean => {
  const before = wordAt(tokens, m.from - 1);
  if (!seen) return m.from === sentence.from || !prepositions.has(before);
  return /^(?:,|and|but|while|that|as|;|when|after)$/.test(before) && isFinite(wordAt(tokens, m.to));
};

const pronoun = (i: number, side: Side, name: string): Mention => ({
  from: i,
  to: i + 1,
  kind: 'pronoun',
  side,
  name,
  role: null,
  place: false,
});

/** "The leaders", "the two" before a verb, once the two were named together. */
const standsForBoth = (tokens: readonly Token[], i: number): boolean => {
  const noun = wordAt(tokens, i);
  if (noun === 'leaders' || noun === 'presidents') return true;
  const next = wordAt(tokens, i + 1);
  return noun === 'two' && (/^(?:also|last|had|have|of|,)$/.test(next) || isFinite(next));
};

/** "The president", "the ministry", "his counterpart": phrases that take their side from what went before. */
const descriptive = (tokens: readonly Token[], i: number, state: State): Mention | null => {
  const word = wordAt(tokens, i);
  if (word === 'counterpart')
    return state.person === null ? null : toMention(i, i + 1, opposite(state.person), 'counterpart');
  if (word !== 'the') return null;
  const noun = wordAt(tokens, i + 1);
  if ((state.they === 'both' || noun === 'two' || noun === 'presidents') && standsForBoth(tokens, i + 1))
    return { from: i, to: i + 2, kind: 'pair', side: 'both', name: 'both', role: null, place: false };
  if (noun === 'president') return toMention(i, i + 2, presidentOf(tokens, i + 2, state), 'the president');
  const speaks = offices.has(noun) && tokenAt(tokens, i + 2).kind !== 'none';
  return speaks ? toMention(i, i + 2, officeOf(noun, state), `the ${noun}`) : null;
};

/** "The president" alone rarely means Mr Xi; "the president of the Semiconductor Association" is somebody else. */
const presidentOf = (tokens: readonly Token[], i: number, state: State): Side | null => {
  if (wordAt(tokens, i) !== 'of') return state.us ? 'US' : (state.person ?? 'US');
  const country = wordAt(tokens, i + 1) === 'the' ? wordAt(tokens, i + 2) : wordAt(tokens, i + 1);
  if (/^(?:united|us|usa|america)$/.test(country)) return 'US';
  return /^(?:china|people)$/.test(country) ? 'CN' : null;
};

/** Ministries are China's and departments America's, unless the talk is of a third country. */
const officeOf = (noun: string, { state }: State): Side | null => {
  if (state === 'other' || state === null) return state;
  if (noun === 'ministry') return 'CN';
  return noun === 'department' || noun === 'secretary' ? 'US' : state;
};

const offices = new Set(
  'ministry spokesman spokeswoman spokesperson department secretary minister'.split(' '),
);

const toMention = (from: number, to: number, side: Side | null, name: string): Mention | null =>
  side === null ? null : { from, to, kind: 'pronoun', side, name, role: null, place: false };

/** Words that may stand for somebody. */
const leads = wordClass([...third, ...thing, ...many, 'counterpart', 'the'].join(' '));

const readPronoun = (tokens: readonly Token[], i: number, state: State): Mention | null => {
  if (!leads.at(tokens, i)) return null;
  const word = wordAt(tokens, i);
  // "He" with a capital inside a sentence may be a Chinese surname; the gazetteer has taken those it knows.
  if (third.has(word)) return state.person === null ? null : pronoun(i, state.person, word);
  if (many.has(word) && state.they !== null) return pronoun(i, state.they, word);
  if (thing.has(word)) return state.state === null ? null : pronoun(i, state.state, word);
  return descriptive(tokens, i, state);
};

/** Third persons, resolved to the side of the last person or state named. Sorted by `from`. */
export const coref = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Mention[] => {
  const state: State = { person: null, state: null, they: null, last: null, us: false };
  const found: Mention[] = [];
  for (const sentence of sentences) {
    const named = inside(mentions, sentence).filter(isActor);
    let next = 0;
    let seen = false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const mention = named[next];
      if (mention?.from === i) {
        remember(state, mention, isInFront(tokens, sentence, mention, seen));
        seen ||= mention.kind === 'person';
        rememberThey(tokens, state, mention);
        found.push(mention);
        next += 1;
        i = mention.to - 1;
        continue;
      }
      const resolved = readPronoun(tokens, i, state);
      if (resolved !== null) found.push(resolved);
    }
  }
  const others = mentions.filter((m) => !isActor(m));
  return [...found, ...others].sort((a, b) => a.from - b.from || b.to - a.to);
};

/** "We", "I" and "our" inside a quotation are the speaker's side. */
export const firstPersons = (tokens: readonly Token[], quotes: readonly Quote[]): Mention[] =>
  quotes.flatMap((quote) => {
    const side = quote.speaker;
    if (side === null) return [];
    const found: Mention[] = [];
    for (let i = quote.from; i < quote.to; i += 1)
      if (first.has(wordAt(tokens, i)) && tokenAt(tokens, i).text !== 'US')
        found.push(pronoun(i, side, wordAt(tokens, i)));
    return found;
  });
