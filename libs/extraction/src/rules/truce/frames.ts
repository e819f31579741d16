import { wordAt, type Clause, type Span, type Verb } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';
import { ANOTHER, asObject, asSubject, classOf, DEAD, PHRASES, SEEKS } from './frame-words';

/** "Fell short" is no fall. */
const fellShort = (hit: Hit, verb: Verb): boolean =>
  verb.lemma === 'fall' && wordAt(hit.doc.tokens, verb.to) === 'short';

/** The verb that has the noun as its subject or object, and which of them. */
export interface Frame {
  readonly class: string;
  readonly clause: Clause;
  readonly verb: Verb | null;
  /** A participle behind the noun or a relative clause: "the truce reached in May". */
  readonly behind: boolean;
}

const objectVerb = (hit: Hit, phrase: Span): Verb | undefined => {
  const { doc, clause } = hit;
  const reach = /^(?:on|to)$/.test(wordAt(doc.tokens, phrase.from - 1)) ? 14 : 6;
  const own = [...clause.verbs].reverse().find((v) => v.to <= phrase.from && phrase.from - v.to <= reach);
  // "Trump cancelled | that truce": the noun opens a clause by mistake of its "that".
  const before =
    phrase.from - clause.from <= 1 && clause.opener === 'that' ? doc.clauses[clause.i - 1] : undefined;
  const last = before?.sentence === hit.sentence.i ? before.verbs[before.verbs.length - 1] : undefined;
  return own ?? (last !== undefined && clause.from - last.to <= 1 ? last : undefined);
};

interface Behind {
  readonly verb: Verb;
  readonly clause: Clause;
}

/** So many clauses after the noun's own may still be about it: "the truce, struck in May, | broke down". */
const CLAUSES = 3;
const REACHED = /^(?:reach|strike|sign|agree|conclude|seal|settle|make|announce|hammer)$/;

/** So far behind the noun a verb may still be its own, in tokens. */
const FARTHEST = 24;

/** The clause's verb, where the clause goes on about the noun: no new subject, no new matter. */
const goingOn = (hit: Hit, next: Clause): Verb | null => {
  const verb = next.verbs[next.verbs.length - 1];
  if (verb === undefined || fellShort(hit, verb) || /^(?:while|but|as|whose)$/.test(next.opener)) return null;
  const relative = /^(?:that|which)$/.test(next.opener) && next.from - hit.to <= 3;
  const named = next.subject !== null && next.subject.from >= next.from;
  const apart = has(hit.doc, { from: hit.to, to: verb.from }, / [:;] /) || verb.from - hit.to > FARTHEST;
  return (named && !relative) || apart ? null : verb;
};

/** Verbs behind the noun: in its clause, and in those that go on without a subject of their own. */
const verbsBehind = (hit: Hit): Behind[] => {
  const { doc, clause, sentence } = hit;
  const own = clause.verbs.filter((v) => v.from >= hit.to);
  const last = own[own.length - 1];
  const found: Behind[] = last === undefined ? [] : [{ verb: last, clause }];
  for (const next of doc.clauses.slice(clause.i + 1, clause.i + 1 + CLAUSES)) {
    const verb = next.sentence === sentence.i ? goingOn(hit, next) : null;
    if (verb === null) break;
    found.push({ verb, clause: next });
  }
  return found;
};

const isParticiple = (hit: Hit, { verb, clause }: Behind): boolean =>
  /^(?:that|which|whom|in)$/.test(clause.opener) ||
  (!verb.passive && REACHED.test(verb.lemma)) ||
  clause.i !== hit.clause.i;

/** The verb that says most: one that ends, prolongs, strains or starts the pact before one that tells how it came about. */
/** "Could take two years", "come to nothing": no beginning. */
const beginsNot = (verb: Verb, hit: Hit): boolean =>
  (verb.lemma === 'take' && !/^(?:effect|force|hold)$/.test(wordAt(hit.doc.tokens, verb.to))) ||
  (verb.lemma === 'come' && !/^(?:into|in)$/.test(wordAt(hit.doc.tokens, verb.to)));

const telling = (hit: Hit): { behind: Behind; named: string } | null => {
  const all = verbsBehind(hit).map((behind) => ({
    behind,
    named:
      beginsNot(behind.verb, hit) || fellShort(hit, behind.verb) ? '' : classOf(asSubject, behind.verb.lemma),
  }));
  const strong = all.find((b) => /^(?:break|expire|extend|strain|start)$/.test(b.named));
  return strong ?? all.find((b) => b.named !== '') ?? all[0] ?? null;
};

/** What governs a pact's noun, by adjective, phrase, or verb. */
export const frameOf = (hit: Hit, phrase: Span): Frame => byWords(hit, phrase) ?? byVerb(hit, phrase);

const frame = (
  name: string,
  { verb, clause }: { verb: Verb | null; clause: Clause },
  behind = false,
): Frame => ({
  class: name,
  clause,
  verb,
  behind,
});

/** "Agreed to seek an extension of the truce", "talks on extending it": it stands, and is not prolonged yet. */
const isSought = (hit: Hit, phrase: Span): boolean =>
  hit.clause.verbs.some((v) => SEEKS.test(v.lemma) && v.to <= phrase.from + 2) ||
  has(
    hit.doc,
    { from: phrase.from - 3, to: hit.from },
    / (?:including|on|about|over|of|toward|towards) (?:extending|prolonging|renewing) /,
  );

/** "No sign that the deal is in danger", "a collapse of the truce would hurt": the set phrase is not what happens. */
const saidOf = (hit: Hit, phrase: Span, name: string): string => {
  const { doc, sentence } = hit;
  if (name === 'extend' && isSought(hit, phrase)) return 'keep';
  const before = { from: Math.max(sentence.from, phrase.from - 9), to: phrase.from };
  if (name === 'strain' && has(doc, before, / (?:no sign|no signs|not|denied|denies|never) /)) return 'keep';
  const unreal =
    has(doc, sentence, / (?:would|could|might) /) &&
    has(doc, before, / (?:a|any|an) (?:collapse|end|lapse) of /);
  return name === 'break' && unreal ? 'keep' : name;
};

/** By adjectives and set phrases around the noun: "fragile", "under strain", "extension of", "is dead". */
const byWords = (hit: Hit, phrase: Span): Frame | null => {
  const { doc, clause, sentence } = hit;
  const behind = verbsBehind(hit)[0];
  const place = (p: (typeof PHRASES)[number]): Span => {
    if (p.own === true) return phrase;
    if (p.back !== undefined && p.ahead !== undefined)
      return {
        from: Math.max(sentence.from, phrase.from - p.back),
        to: Math.min(sentence.to, hit.to + p.ahead),
      };
    if (p.back !== undefined) return { from: Math.max(sentence.from, phrase.from - p.back), to: phrase.from };
    return p.words === DEAD
      ? sameBreath(hit, p.ahead ?? 0)
      : { from: hit.to, to: Math.min(sentence.to, hit.to + (p.ahead ?? 0)) };
  };
  const first = PHRASES.find((p) => (p.verb !== true || behind !== undefined) && has(doc, place(p), p.words));
  if (first === undefined) return null;
  const found = { ...first, class: saidOf(hit, phrase, first.class) };
  const verbal = first.words === DEAD || first.class === 'expire';
  const told = verbal ? (verbsBehind(hit).find(({ verb }) => !verb.infinitive) ?? behind) : undefined;
  return frame(found.class, told ?? { verb: null, clause });
};

/** What follows the noun, up to a colon, a semicolon or the next "and" after a comma. */
const sameBreath = (hit: Hit, n: number): Span => {
  let to = hit.to;
  while (
    to < Math.min(hit.sentence.to, hit.to + n) &&
    !/^[:;]$/.test(wordAt(hit.doc.tokens, to)) &&
    !(wordAt(hit.doc.tokens, to) === ',' && /^(?:and|but|while)$/.test(wordAt(hit.doc.tokens, to + 1)))
  )
    to += 1;
  return { from: hit.to, to };
};

/** As object: "gave the truce another 90 days", "ended in a truce", "signed the deal". '' where no verb has it. */
const asObjectOf = (hit: Hit, phrase: Span, object: Verb | undefined): string => {
  if (object === undefined) return '';
  const rest = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 8) };
  if (object.lemma === 'give' && has(hit.doc, rest, ANOTHER)) return 'extend';
  // "Called a truce", unlike "called it a truce".
  if (object.lemma === 'call' && object.to === phrase.from) return 'reach';
  if (object.lemma === 'continue' && /^(?:pause|suspension)$/.test(hit.trigger)) return 'extend';
  // "Has no effect on the deal", "made a U-turn on the pact": what one has or makes stands right behind.
  if (/^(?:have|get|make|do)$/.test(object.lemma) && phrase.from - object.to > 1) return '';
  const gap = { from: Math.max(object.to, phrase.from - 3), to: phrase.from };
  const into = has(hit.doc, gap, / (?:in|with|to|on) /);
  if (into && /^(?:end|put|culminate|result|shake)$/.test(object.lemma)) return 'reach';
  return classOf(asObject, object.lemma);
};

const byVerb = (hit: Hit, phrase: Span): Frame => {
  const object = objectVerb(hit, phrase);
  const own = { verb: object ?? null, clause: hit.clause };
  const named = asObjectOf(hit, phrase, object);
  if (/^(?:extend|break|endanger|reach)$/.test(named)) return frame(named, own);
  const found = telling(hit);
  if (found === null) return frame(named, own);
  const behind = (): Frame => frame(found.named, found.behind, isParticiple(hit, found.behind));
  return named === '' || found.named === 'reach' ? behind() : frame(named, own);
};
