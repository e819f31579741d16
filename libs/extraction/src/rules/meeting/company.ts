import { inside, wordAt, type Clause, type Doc, type Mention, type Side, type Span } from '../../doc';
import { isActor, party, perDoc, words, type Party } from '../helpers';
import { type Hit } from '../rule';

/** Who is in a contact: the sides that are named, those named by their president, and whether officials are. */
export interface Company {
  readonly sides: ReadonlySet<Party>;
  readonly leaders: ReadonlySet<Party>;
  readonly officials: boolean;
  /** A side is named as a state: "the US and China". */
  readonly stated: boolean;
  readonly third: boolean;
}

const PRESIDENTS = /^(?:Donald Trump|Joe Biden|Barack Obama|Xi Jinping)$/;
const LEADER_NOUN = /(?:^| )(?:president|presidents|leader|leaders|heads? of state)$/;
const LEADER_PAIR = /leaders|presidents|two men|heads of state/;
const OFFICIAL_PAIR = /negotiators|teams|delegations|ministers/;
/** So many tokens back a pronoun looks for its person. */
const REACH = 300;
/** So many sentences back "the meeting" looks for who met. */
const SENTENCES_BACK = 3;

const lastPerson = (doc: Doc, side: Party, before: number): Mention | undefined =>
  inside(doc.mentions, { from: Math.max(0, before - REACH), to: before })
    .reverse()
    .find((m) => m.kind === 'person' && m.side === side);

/** "I just spoke to him," Trump said: who speaks may be told behind. */
const nextPerson = (doc: Doc, side: Party, m: Mention): Mention | undefined =>
  inside(doc.mentions, { from: m.to, to: m.to + REACH }).find(
    (found) => found.kind === 'person' && found.side === side,
  );

const other = (side: Party): Party => (side === 'US' ? 'CN' : 'US');

const COUNTERPART = 'counterpart';
const THINGS = /^(?:it|its|they|their|them|we|our|us)$/;

/** "His counterpart" is a president where he is one. */
const isLeaderCounterpart = (doc: Doc, m: Mention, side: Party): boolean => {
  const of = lastPerson(doc, other(side), m.from);
  return of !== undefined && !words(doc, of).endsWith(COUNTERPART) && isLeader(doc, of);
};

/** Is this the president of its side: by name, by title, or as "he" and "his counterpart" of one named before? */
export const isLeader = (doc: Doc, m: Mention): boolean => {
  const side = party(m.side);
  if (side === null) return false;
  if (m.role === 'leader' || PRESIDENTS.test(m.name)) return true;
  return (m.kind === 'person' || m.kind === 'pronoun') && isCalledLeader(doc, m, side);
};

const isCalledLeader = (doc: Doc, m: Mention, side: Party): boolean => {
  const text = words(doc, m);
  if (text.endsWith(COUNTERPART)) return isLeaderCounterpart(doc, m, side);
  if (LEADER_NOUN.test(text)) return !text.includes('vice');
  if (m.kind !== 'pronoun' || THINGS.test(text)) return false;
  const named =
    lastPerson(doc, side, m.from) ?? (/^(?:i|me|my)$/.test(text) ? nextPerson(doc, side, m) : undefined);
  return named !== undefined && isLeader(doc, named);
};

/** "The US and Chinese presidents": both. */
const areTwo = (doc: Doc, m: Mention): boolean =>
  /(?:presidents|leaders)$/.test(words(doc, m)) && wordAt(doc.tokens, m.from - 1) === 'and';

const add = (doc: Doc, m: Mention, into: { sides: Set<Party>; leaders: Set<Party> }): boolean => {
  const both: readonly Party[] = ['US', 'CN'];
  const one = party(m.side);
  const sides = m.side === 'both' ? both : one === null ? [] : [one];
  for (const side of sides) into.sides.add(side);
  if (m.kind === 'pair') {
    if (LEADER_PAIR.test(words(doc, { from: m.from - 3, to: m.to })))
      for (const side of both) into.leaders.add(side);
    return OFFICIAL_PAIR.test(words(doc, m));
  }
  if (one !== null && isLeader(doc, m))
    for (const side of areTwo(doc, m) ? both : [one]) into.leaders.add(side);
  else return m.kind === 'person' && one !== null;
  return false;
};

/** Sums up who stands in a list of mentions. */
export const companyOf = (doc: Doc, pool: readonly Mention[]): Company => {
  const into = { sides: new Set<Party>(), leaders: new Set<Party>() };
  const officials = pool.filter((m) => add(doc, m, into)).length > 0;
  const stated = pool.some((m) => (m.kind === 'country' || m.kind === 'capital') && m.side !== 'other');
  const third = pool.some((m) => m.side === 'other');
  return { sides: into.sides, leaders: into.leaders, officials, stated, third };
};

export const isPair = (c: Company): boolean => c.sides.size === 2;
export const isLeaderPair = (c: Company): boolean => c.leaders.size === 2;

/** Actors of a span; who only says something ("Trump said") is not in the company. */
export const present = (doc: Doc, part: Span): Mention[] =>
  inside(doc.mentions, part).filter((m) => isActor(m) && !isOfPrivate(doc, m));

/** "US business leaders", "Chinese buyers": no state's people. */
const PRIVATE =
  /^(?:business|businesses|companies|company|corporate|firms?|executives|investors|entrepreneurs|ceos|farmers|growers|buyers|importers|exporters|students|tourists|scholars|economists|analysts|media|reporters|retailers|industry|chamber|consumers|shoppers|traders|stocks|shares|markets?)$/;
const isOfPrivate = (doc: Doc, m: Mention): boolean =>
  /^(?:country|people)$/.test(m.kind) && PRIVATE.test(wordAt(doc.tokens, m.to));

/** Actors of a span but for those who only speak in it. */
const listeners = (doc: Doc, sentence: number, part: Span): Mention[] => {
  const clauses = inside(doc.clauses, doc.sentences[sentence] ?? part);
  return present(doc, part).filter((m) => isLeader(doc, m) || !clauses.some((c) => isSpoken(c, m)));
};

/** Who met, told earlier in the sentence or in the sentences before it (after a headline, in the next): the nearest pair. */
export const before = (hit: Hit, leadersOnly = false): Company | null => {
  const { doc, sentence } = hit;
  const fits = (c: Company): boolean => isLeaderPair(c) || (!leadersOnly && isPair(c) && c.officials);
  for (let s = sentence.i; s >= Math.max(0, sentence.i - SENTENCES_BACK); s -= 1) {
    const part = doc.sentences[s];
    if (part === undefined) break;
    const span = s === sentence.i ? { from: part.from, to: hit.from } : part;
    const found = companyOf(doc, listeners(doc, part.i, span));
    if (fits(found)) return isLeaderPair(found) ? { ...found, officials: false } : found;
  }
  const next = sentence.headline ? doc.sentences[sentence.i + 1] : undefined;
  const found = next === undefined ? null : companyOf(doc, present(doc, next));
  if (found !== null && fits(found)) return found;
  return leadersOnly ? before(hit) : null;
};

/** The clause's verb of speech has a subject that only speaks. */
export const isSpoken = (clause: Clause, m: Mention): boolean =>
  clause.verbs.length === 1 &&
  clause.subject === m &&
  /^(?:say|tell|add|write|post|report|announce|state|note)$/.test(clause.verbs[0]?.lemma ?? '');

const counts = perDoc((doc): Readonly<Record<'CN' | 'other', number>> => {
  const count = (side: Side): number =>
    doc.mentions.filter((m) => m.side === side && !m.place && m.kind !== 'pronoun').length;
  return { CN: count('CN') + count('both'), other: count('other') };
});

/** Is the article about the two rather than a third country? Then "the talks" are theirs. */
export const isBilateral = (doc: Doc): boolean => {
  const { CN, other } = counts(doc);
  return CN >= other && CN > 0;
};
