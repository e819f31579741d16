import { inside, wordAt, type Clause, type Doc, type Mention, type Span } from '../../doc';
import { has, isActor, mentions, party, words, type Party } from '../helpers';
import { type Hit } from '../rule';
import { CIRCUMSTANCE, joinAt } from './join';
import { leadOf } from './lead';
import {
  before,
  companyOf,
  isBilateral,
  isLeader,
  isLeaderPair,
  isPair,
  isSpoken,
  present,
  type Company,
} from './company';

export type Kind = 'leader_call' | 'leader_meeting' | 'trade_talks';
/** How the two met, as far as the trigger says. */
export type Means = 'phone' | 'person' | 'talks' | 'summit' | 'visit';

/** So far after a noun its parties stand: "talks between the US and China". */
const AFTER = 16;

/** Parties end where the next circumstance begins: "talks with China | ahead of the Xi-Trump meeting". */
const partiesEnd = (hit: Hit): number => {
  const end = Math.min(hit.clause.to, hit.to + AFTER);
  let i = hit.to + 1;
  while (i < end && !/^(?:ahead|before|after|during|amid|since)$/.test(wordAt(hit.doc.tokens, i))) i += 1;
  return i;
};

/** Parties right beside a noun: "Trump-Xi call", "their talks", "a meeting of the two leaders", "a call with Xi". */
const beside = (hit: Hit): Mention[] => {
  const { doc, clause } = hit;
  const start = joinAt(hit) + 1;
  const end = partiesEnd(hit);
  const after =
    start === 0
      ? []
      : present(doc, { from: start, to: end }).filter((m) => near(hit, { from: start, to: m.from }));
  const from = Math.max(clause.from, hit.from - 8);
  const led = present(doc, { from, to: hit.from }).filter(
    (m) =>
      /^(?:|(?:(?:-|'s?|[a-z]+) ){0,4}(?:-|'s?|[a-z]+))$/.test(words(doc, { from: m.to, to: hit.from })) &&
      owns(hit, m),
  );
  return [...led, ...after];
};

const owns = (hit: Hit, m: Mention): boolean => {
  const next = wordAt(hit.doc.tokens, m.to);
  const own =
    m.kind === 'people' ||
    m.kind === 'pronoun' ||
    next === "'s" ||
    next === '-' ||
    wordAt(hit.doc.tokens, m.to - 1) === '-' ||
    wordAt(hit.doc.tokens, m.from - 1) === '-';
  return own || m.kind === 'pair';
};

/** No verb between the noun and a party after it. */
const near = (hit: Hit, gap: Span): boolean =>
  !hit.clause.verbs.some((v) => v.from >= gap.from && v.from < gap.to);

/** The other party is a third country: "talks with Japan", "EU-US talks". */
const isForeign = (c: Company): boolean => c.third && !isPair(c);

/** A third country's people or government are the ones who meet, even where both of the two are named. */
const hasForeignSubject = (hit: Hit): boolean => {
  const { doc, clause } = hit;
  const subject = clause.subject;
  if (subject === null || subject.kind === 'pronoun' || subject.kind === 'people') return false;
  return subject.side === 'other' && !/^(?:in|at|near)$/.test(wordAt(doc.tokens, subject.from - 1));
};

/** Two sides named by no person, "they", "the two sides": persons of the sentences before, but for talks, which states hold. */
const resolved = (hit: Hit, found: Company, means: Means): Company =>
  isPair(found) && !found.stated && !isLeaderPair(found) && !found.officials && means !== 'talks'
    ? (before(hit, means === 'phone' || means === 'summit') ?? found)
    : found;

/** "His meeting with Xi", "a call with Xi": the other president is who has it. */
const contrary = (hit: Hit, found: readonly Mention[]): Company => {
  const { doc } = hit;
  const company = companyOf(doc, found);
  const guest = found.find((m) => m.from >= hit.to);
  const withLeader =
    guest !== undefined && wordAt(doc.tokens, joinAt(hit)) === 'with' && isLeader(doc, guest);
  const host = found.find((m) => m.to <= hit.from && m.kind !== 'pronoun' && m.kind !== 'people');
  if (!withLeader || company.officials || company.third || host !== undefined) return company;
  const around = companyOf(doc, without(hit, hit.clause));
  return around.officials ? company : { ...company, sides: new Set(BOTH), leaders: new Set(BOTH) };
};
const BOTH = ['US', 'CN'] as const;

const OFFICIALS =
  / (?:officials|negotiators|deputies|envoys|ministers|delegations|representatives|teams|diplomats) (?:of|from) /;

/** "Officials from both countries began meeting": it is they who meet. */
const staffed = (hit: Hit, company: Company): Company =>
  isPair(company) && company.leaders.size === 0 && has(hit.doc, hit.clause, OFFICIALS)
    ? { ...company, officials: true }
    : company;

const without = (hit: Hit, part: Span): Mention[] => {
  const spoken = inside(hit.doc.clauses, hit.sentence);
  return present(hit.doc, part).filter(
    (m) => !spoken.some((c) => isSpoken(c, m) && !tellsLeader(hit.doc, c)),
  );
};

/** "Xi told Trump in a call": who tells a president is with him. */
const tellsLeader = (doc: Doc, c: Clause): boolean => {
  const [verb] = c.verbs;
  if (verb?.lemma !== 'tell') return false;
  const to = mentions(doc, { from: verb.to, to: verb.to + 4 })[0];
  return to !== undefined && to.side !== c.subject?.side && isLeader(doc, to);
};

/** "Talks with other countries": none of the two's. */
const OTHERS = / with (?:other|several|dozens|many|more|all|some|various|key) /;
const GROUPS =
  / (?:of|between|by) (?:a |the |their )?(?:new |joint )?(?:working groups?|negotiators|deputies|officials|trade teams|negotiating teams|envoys) /;

/** Who is in a contact told by a noun: those beside it, in its clause, in its sentence, then the pair told before. Null where a third party is. */
export const nounParties = (hit: Hit, means: Means): Company | null => {
  const { doc, clause, sentence } = hit;
  if (has(doc, { from: hit.to, to: hit.to + 4 }, OTHERS)) return null;
  if (has(doc, { from: hit.to, to: hit.to + 6 }, GROUPS))
    return { ...companyOf(doc, without(hit, sentence)), leaders: new Set(), officials: true };
  const close = contrary(hit, beside(hit));
  if (isPair(close)) return resolved(hit, close, means);
  if (isForeign(close) || hasForeignSubject(hit)) return null;
  const own = staffed(hit, companyOf(doc, without(hit, clause)));
  if (isPair(own)) return resolved(hit, means === 'talks' ? ofTalks(hit, own) : ofLeaders(hit, own), means);
  const tellers = tellersOf(hit);
  if (tellers !== null) return tellers;
  return isForeign(own) ? null : (toldBefore(hit, means) ?? inSentence(hit, means));
};

/** "Xi told Trump that Taiwan came first, in a phone conversation": who tells the other is with him. */
const tellersOf = (hit: Hit): Company | null => {
  const { doc, sentence } = hit;
  if (!/^(?:in|during)$/.test(wordAt(doc.tokens, leadOf(hit).at))) return null;
  const main = inside(doc.clauses, sentence).find((c) => c.verbs[0]?.lemma === 'tell');
  const found = main === undefined ? null : companyOf(doc, present(doc, main));
  return found !== null && isPair(found) && !found.third ? found : null;
};

/** "The two presidents told their teams to follow up on the call": theirs, not the teams'. */
const ofLeaders = (hit: Hit, own: Company): Company => {
  if (isLeaderPair(own)) return { ...own, officials: false };
  const named = present(hit.doc, hit.clause).some((m) => m.kind === 'person');
  const told = named || !isLedByThat(hit) ? null : before(hit, true);
  return told !== null && isLeaderPair(told) ? told : own;
};

/** "Today's conversation", "the call": one told before. */
const isLedByThat = ({ doc, from }: Hit): boolean => /^(?:the|'s)$/.test(wordAt(doc.tokens, from - 1));

/** "Trump and Xi held talks": theirs; in "trade talks in New York ahead of a Trump-Xi summit" they are not in the room. */
const ofTalks = (hit: Hit, own: Company): Company => {
  const [verb] = hit.clause.verbs;
  const led = verb === undefined ? [] : present(hit.doc, { from: hit.clause.from, to: verb.from });
  const trade = /^(?:trade|tariff)$/.test(wordAt(hit.doc.tokens, hit.from - 1));
  // "Trump and Xi spoke to kick-start the negotiations": those of others.
  const started = hit.clause.verbs.some((v, i) => i > 0 && v.infinitive && v.to <= hit.from);
  const theirs = !trade && !started && companyOf(hit.doc, led).leaders.size > 0;
  return theirs ? own : { ...own, leaders: new Set() };
};

/** "The call had a good end, he said, and teams would meet": the one told before. */
const toldBefore = (hit: Hit, means: Means): Company | null =>
  wordAt(hit.doc.tokens, hit.from - 1) === 'the' && means !== 'talks' && !isOfForum(hit)
    ? before(hit, means === 'phone')
    : null;

const FORUM = / (?:g ?- ?20|g20|apec|asia - pacific|asean|brics|group of (?:20|twenty)) /;
const TWO_MEET = / (?:met|meet|meets|meeting with|talks with|spoke|sat down) /;

/** "At the opening of the meeting", after the summit of many states was told: theirs. */
const isOfForum = ({ doc, sentence, trigger }: Hit): boolean => {
  const last = doc.sentences[sentence.i - 1];
  return (
    /^(?:meeting|summit|session)$/.test(trigger) &&
    last !== undefined &&
    has(doc, last, FORUM) &&
    !has(doc, last, TWO_MEET)
  );
};

const inSentence = (hit: Hit, means: Means): Company | null => {
  const all = companyOf(hit.doc, without(hit, hit.sentence));
  // Leaders named elsewhere in the sentence or before it are not who held the talks.
  if (means === 'talks') return { ...all, leaders: new Set() };
  if (isPair(all)) return resolved(hit, all, means);
  return all.third ? null : (before(hit, means === 'phone' || means === 'summit') ?? all);
};

/** "Trump and Xi spoke on Tuesday | and agreed to meet": the subjects stand in the clause before. */
const subjectsBefore = (hit: Hit): Mention[] => {
  const { doc, clause } = hit;
  const subject = clause.subject;
  if (subject === null) return [];
  const owner = doc.clauses[clause.i - 1];
  const verb = owner?.verbs[0];
  // "Presidents Trump and Xi, who are to meet": both.
  if (/^(?:who|which|whom)$/.test(clause.opener) && wordAt(doc.tokens, subject.from - 1) === 'and')
    return present(doc, { from: subject.from - 8, to: subject.to }).slice(-2);
  if (owner === undefined || verb === undefined || subject.from < owner.from || subject.to > verb.from)
    return [subject];
  return present(doc, { from: owner.from, to: verb.from });
};

const FIRST_PERSONS = /^(?:we|us|our|i|me|my)$/i;

/** In "he met Xi" he is not Xi, whoever was named last. */
const otherThan = (doc: Doc, subjects: readonly Mention[], object: Mention | undefined): Mention[] => {
  if (object === undefined) return [...subjects];
  const side: Party = object.side === 'US' ? 'CN' : 'US';
  const turned = subjects.map((m): Mention =>
    m.kind === 'pronoun' &&
    !FIRST_PERSONS.test(m.name) &&
    object.kind === 'person' &&
    m.side === object.side &&
    party(m.side) !== null
      ? {
          ...m,
          side,
          kind: 'person' as const,
          role: isLeader(doc, object) ? ('leader' as const) : ('official' as const),
        }
      : m,
  );
  return [...turned, object];
};

/** Who is in a contact told by a verb: before the verb and right after it. */
export const verbParties = (hit: Hit, means: Means): Company | null => {
  const { doc, clause } = hit;
  const subject = present(doc, { from: clause.from, to: hit.from });
  const inherited = subject.length === 0 ? subjectsBefore(hit) : subject;
  const object = mentions(doc, { from: hit.to, to: objectEnd(hit) }).filter(
    (m) => isActor(m) && !/^(?:his|her|its|their|our|my)$/.test(wordAt(doc.tokens, m.from)),
  );
  const found = staffed(hit, companyOf(doc, otherThan(doc, inherited, object[0])));
  if (object[0]?.side === 'other' || isForeign(found)) return null;
  return isPair(found) ? resolved(hit, found, means) : null;
};

const cuts =
  /^(?:in|at|on|after|before|ahead|about|to|as|for|since|during|and|following|over|when|where|amid|;)$/;

/** "Spent an hour and a half on a video link with Xi", "had dinner on Friday with He Lifeng". */
const WITH_FAR = /^(?:spen|had |dined|huddled)/;
const WITH_REACH = 14;
const objectStart = (hit: Hit): number => {
  const word = (i: number): string => wordAt(hit.doc.tokens, i);
  if (word(hit.to) === 'with' || word(hit.to) === 'to') return hit.to + 1;
  const far = WITH_FAR.test(hit.trigger);
  if (
    !far &&
    !/^(?:on|in|at|here|again|virtually|privately|briefly|separately|today|yesterday)$/.test(word(hit.to))
  )
    return hit.to;
  for (let i = hit.to + 1; i < Math.min(hit.clause.to, hit.to + (far ? WITH_REACH : CIRCUMSTANCE)); i += 1)
    if (word(i) === 'with') return i + 1;
  return hit.to;
};

const objectEnd = (hit: Hit): number => {
  const end = Math.min(hit.sentence.to, hit.to + AFTER);
  let i = objectStart(hit);
  const start = i;
  while (i < end && !cuts.test(wordAt(hit.doc.tokens, i))) {
    // "To speak this week, an official said": who stands behind the comma is no party.
    const ends = wordAt(hit.doc.tokens, i) === ',' && i >= hit.clause.to - 1;
    if (ends && mentions(hit.doc, { from: start, to: i }).length === 0) break;
    i += 1;
  }
  return i;
};

/** Leaders by themselves meet or call; with officials, or as states, they talk; a summit or visit is a leader's. */
export const kindOf = (hit: Hit, company: Company, means: Means): Kind | null => {
  if (company.officials) return noted(hit, 'officials', 'trade_talks');
  const one = company.leaders.size > 0 && means === 'visit';
  if (isLeaderPair(company) || one || (means === 'summit' && isPair(company)))
    return noted(hit, 'presidents', means === 'phone' ? 'leader_call' : 'leader_meeting');
  const theTwo = isPair(company) || (!company.third && isBilateral(hit.doc));
  return means === 'talks' && theTwo ? 'trade_talks' : null;
};

const noted = (hit: Hit, who: string, kind: Kind): Kind => {
  hit.note('who', who);
  return kind;
};
