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
import { isActor } from './clauses';

const third = new Set(['he', 'she', 'his', 'her', 'him', 'himself']);
const thing = new Set(['it', 'its', 'they', 'their', 'them', 'itself']);
const first = new Set(['we', 'our', 'us', 'i', 'my', 'me', 'ours']);
const opposite = (side: Side | null): Side | null => (side === 'US' ? 'CN' : side === 'CN' ? 'US' : null);

const persons = new Set(['person']);
const states = new Set(['country', 'capital', 'institution', 'people']);

interface State {
  person: Side | null;
  state: Side | null;
}

const remember = (state: State, m: Mention): void => {
  if (m.place || m.side === null || m.side === 'both') return;
  if (persons.has(m.kind)) state.person = m.side;
  if (states.has(m.kind) || m.kind === 'person') state.state = m.side;
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

/** "The president", "the ministry", "his counterpart": phrases that take their side from what went before. */
const descriptive = (tokens: readonly Token[], i: number, state: State): Mention | null => {
  const word = wordAt(tokens, i);
  if (word === 'counterpart')
    return state.person === null ? null : toMention(i, i + 1, opposite(state.person), 'counterpart');
  if (word !== 'the') return null;
  const noun = wordAt(tokens, i + 1);
  if (noun === 'president') return toMention(i, i + 2, state.person ?? 'US', 'the president');
  if (
    /^(?:ministry|spokesman|spokeswoman|spokesperson|department|secretary|minister|statement|vice)$/.test(
      noun,
    ) &&
    tokenAt(tokens, i + 2).kind !== 'none'
  ) {
    return noun === 'statement' || noun === 'vice' ? null : toMention(i, i + 2, state.state, `the ${noun}`);
  }
  return null;
};

const toMention = (from: number, to: number, side: Side | null, name: string): Mention | null =>
  side === null ? null : { from, to, kind: 'pronoun', side, name, role: null, place: false };

const readPronoun = (tokens: readonly Token[], i: number, state: State): Mention | null => {
  const word = wordAt(tokens, i);
  // "He" with a capital inside a sentence may be a Chinese surname; the gazetteer has taken those it knows.
  if (third.has(word)) return state.person === null ? null : pronoun(i, state.person, word);
  if (thing.has(word)) return state.state === null ? null : pronoun(i, state.state, word);
  return descriptive(tokens, i, state);
};

/** Third persons, resolved to the side of the last person or state named. Sorted by `from`. */
export const coref = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Mention[] => {
  const state: State = { person: null, state: null };
  const found: Mention[] = [];
  for (const sentence of sentences) {
    const named = inside(mentions, sentence).filter(isActor);
    let next = 0;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const mention = named[next];
      if (mention?.from === i) {
        remember(state, mention);
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
