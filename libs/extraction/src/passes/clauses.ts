import { openers, prepositions } from '../lexicon/clauses';
import { weekdays } from '../lexicon/dates';
import {
  inside,
  tokenAt,
  wordAt,
  type Clause,
  type Mention,
  type Sentence,
  type Span,
  type Token,
  type Verb,
} from '../doc';
import { wordClass } from '../word-class';
import { namesOf, verbs, type Names } from './verbs';

const actorKinds = new Set([
  'country',
  'capital',
  'person',
  'institution',
  'pronoun',
  'pair',
  'people',
  'firm',
]);
export const isActor = (m: Mention): boolean => actorKinds.has(m.kind) && !m.place;
const breaks = wordClass('; : — (');

/** Finite verbs begin a clause, infinitives belong to the verb before them. */
const groups = (found: readonly Verb[]): Verb[][] => {
  const all: Verb[][] = [];
  for (const verb of found) {
    const last = all[all.length - 1];
    if (verb.infinitive && last !== undefined) last.push(verb);
    else all.push([verb]);
  }
  return all;
};

const joining = /^(?:and|or)$/;

/** "Whether Trump and Xi would meet", "said Trump and Xi met": this "and" stands between two subjects of one verb. */
const joinsSubjects = (tokens: readonly Token[], gap: Span, i: number, opener: number): boolean => {
  if (!joining.test(wordAt(tokens, i))) return false;
  if (opener >= 0) return !joining.test(wordAt(tokens, opener));
  return (
    /^(?:said|says|say|saying|reported|confirmed|announced)$/.test(wordAt(tokens, gap.from - 1)) &&
    i - gap.from <= 5
  );
};

/** After a verb of speech what is said begins at once, but for the day of the saying: "said on Friday | no call had taken place". */
const afterSpeech = (tokens: readonly Token[], gap: Span): number => {
  if (!/^(?:said|says|saying|claimed|claims|insisted|insists|added)$/.test(wordAt(tokens, gap.from - 1)))
    return -1;
  const day = wordAt(tokens, gap.from) === 'on' ? gap.from + 1 : gap.from;
  const from = weekdays.has(wordAt(tokens, day)) ? day + 1 : gap.from;
  return from < gap.to && !prepositions.has(wordAt(tokens, from)) ? from : -1;
};

/** A comma behind "and" with a new subject after it ends a list of names: "Liu He and Zhong Shan, | an official said". */
const endsList = (
  tokens: readonly Token[],
  cut: { opener: number; comma: number; to: number },
  mentions: readonly Mention[],
): boolean =>
  cut.comma > cut.opener &&
  joining.test(wordAt(tokens, cut.opener)) &&
  inside(mentions, { from: cut.comma, to: cut.to }).some(isActor);

const opening = wordClass([...openers].join(' '));

/** "So" opens what follows from something, but not in "so-called" and "so far". */
const opens = (tokens: readonly Token[], i: number): boolean =>
  opening.at(tokens, i) &&
  !(wordAt(tokens, i) === 'so' && /^(?:-|far|much|many)$/.test(wordAt(tokens, i + 1)));

/** "And" joins clauses only after the last comma; "that" and "if" open one wherever they stand. */
const mayOpen = (tokens: readonly Token[], i: number, comma: number): boolean =>
  i >= comma || wordAt(tokens, i) !== 'and';

/** Where the clause of the next verb begins: after the last break, at the last opener, comma or actor between the two. */
const cutBetween = (tokens: readonly Token[], gap: Span, mentions: readonly Mention[]): number => {
  let comma = -1;
  let opener = -1;
  for (let i = gap.from; i < gap.to; i += 1) {
    if (breaks.at(tokens, i)) {
      comma = i + 1;
      opener = -1;
    } else if (wordAt(tokens, i) === ',') comma = i + 1;
    else if (opens(tokens, i) && mayOpen(tokens, i, comma) && !joinsSubjects(tokens, gap, i, opener))
      opener = i;
  }
  if (opener >= 0) return endsList(tokens, { opener, comma, to: gap.to }, mentions) ? comma : opener;
  if (comma >= 0) return comma;
  const said = afterSpeech(tokens, gap);
  return said >= 0 ? said : atActor(tokens, gap, mentions);
};

/** "Will suspend its tariff imposed in April": whose a thing is, and nobody who acts. */
const isOwner = (tokens: readonly Token[], m: Mention): boolean =>
  m.kind === 'pronoun' && /^(?:its|their|his|our|my)$/.test(wordAt(tokens, m.from));

/** "Paid 20 percent on Chinese toys": no clause begins right behind a preposition. */
const isLed = (tokens: readonly Token[], m: Mention): boolean =>
  /^(?:on|of|for|against|with|from|to|by|at|in|into|over)$/.test(
    wordAt(tokens, wordAt(tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1),
  );

/** Where nothing else cuts, the last actor begins the clause; of two that are joined the first. */
const atActor = (tokens: readonly Token[], gap: Span, mentions: readonly Mention[]): number => {
  const actors = inside(mentions, gap).filter((m) => isActor(m) && !isOwner(tokens, m) && !isLed(tokens, m));
  const last = actors[actors.length - 1];
  if (last === undefined) return gap.to;
  const joined = joining.test(wordAt(tokens, last.from - 1)) ? actors[actors.length - 2] : undefined;
  return (joined ?? last).from;
};

const heads = new Set(
  'spokesperson spokesman spokeswoman spokespeople official officials head minister secretary director negotiators envoy representative representatives leader leaders president presidents'.split(
    ' ',
  ),
);

/** "A spokesperson for the Commerce Ministry": the ministry acts by its people. */
const speaksFor = (tokens: readonly Token[], at: number): boolean =>
  /^(?:of|for|at|from|with)$/.test(wordAt(tokens, at)) && heads.has(wordAt(tokens, at - 1));

/** Prepositions that open a clause as well. */
const conjunctions = new Set(['after', 'before', 'since', 'until']);

/** Behind a preposition, or joined to one that is: "in the United States", "imports from Mexico and Canada". */
const isGoverned = (
  tokens: readonly Token[],
  m: Mention,
  { actors, sentence, opens }: { actors: readonly Mention[]; sentence: Span; opens: number },
): boolean => {
  // A headline may end in a preposition: what stands before the sentence governs nothing in it.
  if (m.from === sentence.from) return false;
  const at = wordAt(tokens, m.from - 1) === 'the' ? m.from - 2 : m.from - 1;
  // "After Bessent spoke of it": opens the clause.
  if (at === opens && conjunctions.has(wordAt(tokens, at))) return false;
  if (prepositions.has(wordAt(tokens, at))) return !speaksFor(tokens, at);
  const partner = joining.test(wordAt(tokens, at)) ? actors.find((a) => a.to === at) : undefined;
  return partner !== undefined && isGoverned(tokens, partner, { actors, sentence, opens });
};

const subjectIn = (
  tokens: readonly Token[],
  before: Span,
  mentions: readonly Mention[],
  sentence: Span,
): Mention | null => {
  const actors = inside(mentions, before).filter(isActor);
  const free = actors.filter(
    (m) =>
      !isGoverned(tokens, m, { actors, sentence, opens: before.from }) &&
      wordAt(tokens, m.to) !== "'s" &&
      wordAt(tokens, m.to) !== '-',
  );
  // "said Bessent", "Beijing's answer": the nearest to the verb; an owner stands for what is its.
  return free[free.length - 1] ?? actors.find((m) => wordAt(tokens, m.to) === "'s") ?? null;
};

const speechInverted = (
  tokens: readonly Token[],
  verb: Verb,
  mentions: readonly Mention[],
): Mention | null => {
  const after = inside(mentions, { from: verb.to, to: verb.to + 8 }).find(isActor);
  const near = after !== undefined && after.from <= verb.to + 1;
  return near && /^(?:said|says|added|wrote|posted|told)$/.test(wordAt(tokens, verb.at)) ? after : null;
};

const relative = new Set(['who', 'which', 'that', 'whom']);

/** What "which" and "who" stand for: the last actor before them. */
const antecedent = (mentions: readonly Mention[], sentence: Span, at: number): Mention | null => {
  const before = inside(mentions, { from: sentence.from, to: at }).filter(isActor);
  return before[before.length - 1] ?? null;
};

interface Around {
  readonly mentions: readonly Mention[];
  readonly sentence: Span;
  readonly previous: Clause | undefined;
  readonly first: Clause | undefined;
}

/** The subject of a clause before, where this one goes on with it. */
const inherited = (
  tokens: readonly Token[],
  span: Span,
  verb: Verb,
  { previous, first }: Around,
): Mention | null => {
  // "Defended its curbs as legitimate and warned": the subject goes on over "and".
  const shared = verb.from - span.from <= 2 || joining.test(wordAt(tokens, verb.from - 1));
  if (!shared && !verb.progressive) return null;
  // "Rejecting the claim that it …, and accusing the other": who rejects accuses.
  const again = verb.progressive && wordAt(tokens, span.from) === 'and' ? first : undefined;
  return (again ?? previous)?.subject ?? null;
};

const subjectOf = (
  tokens: readonly Token[],
  span: Span,
  group: readonly Verb[],
  context: Around,
): Mention | null => {
  const verb = group[0];
  if (verb === undefined) return null;
  const { mentions, sentence } = context;
  const own =
    subjectIn(tokens, { from: span.from, to: verb.from }, mentions, sentence) ??
    speechInverted(tokens, verb, mentions);
  if (own !== null) return own;
  if (relative.has(wordAt(tokens, span.from)) && span.from > sentence.from)
    return antecedent(mentions, sentence, span.from);
  return inherited(tokens, span, verb, context);
};

interface Context {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly names: Names;
}

const inSentence = (
  { tokens, mentions, names }: Context,
  sentence: Sentence,
  firstIndex: number,
): Clause[] => {
  const all = groups(verbs(tokens, sentence, names));
  const found: Clause[] = [];
  let from = sentence.from;
  for (let g = 0; g === 0 || g < all.length; g += 1) {
    const group = all[g] ?? [];
    const next = all[g + 1]?.[0];
    const end = group[group.length - 1]?.to ?? sentence.from;
    const to = next === undefined ? sentence.to : cutBetween(tokens, { from: end, to: next.from }, mentions);
    const word = tokenAt(tokens, from).lower;
    found.push({
      from,
      to,
      i: firstIndex + g,
      sentence: sentence.i,
      verbs: group,
      subject: subjectOf(tokens, { from, to }, group, {
        mentions,
        sentence,
        previous: found[g - 1],
        first: found[0],
      }),
      tense: group[0]?.tense ?? 'none',
      modality: 'fact',
      negated: false,
      parent: null,
      opener: openers.has(word) ? word : '',
      speaker: null,
      act: null,
    });
    from = to;
  }
  return found;
};

/** One clause a finite verb or participle; a sentence without a verb is one clause. */
export const clauses = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Clause[] => {
  const names = namesOf(mentions);
  const found: Clause[] = [];
  for (const sentence of sentences) {
    for (const clause of inSentence({ tokens, mentions, names }, sentence, found.length)) found.push(clause);
  }
  return found;
};
