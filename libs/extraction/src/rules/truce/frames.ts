import { wordAt, type Clause, type Span, type Verb } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';

/** What the pact's noun is subject or object of, by base form: a class of `status.json`. */
const asSubject: readonly (readonly [string, RegExp])[] = [
  ['break', /^(?:collapse|unravel|die|crumble|fail|break|fall|founder)$/],
  ['expire', /^(?:expire|lapse|end)$/],
  ['strain', /^(?:fray|teeter|wobble|falter)$/],
  ['start', /^(?:take|enter|come|start|begin)$/],
  ['extend', /^(?:extend|prolong|renew)$/],
  [
    'reach',
    /^(?:reach|strike|sign|agree|conclude|clinch|seal|finalize|finalise|settle|announce|make|do|hammer)$/,
  ],
  [
    'keep',
    /^(?:run|hold|remain|stand|continue|last|stay|survive|apply|cover|lower|reduce|suspend|bring|keep|cut|include|call|provide|pause|halt|require|allow)$/,
  ],
];
const asObject: readonly (readonly [string, RegExp])[] = [
  ['extend', /^(?:extend|prolong|renew|lengthen)$/],
  [
    'break',
    /^(?:end|cancel|scrap|terminate|kill|abandon|ditch|tear|rip|wreck|torpedo|sink|quit|upend|shatter)$/,
  ],
  ['endanger', /^(?:threaten|jeopardize|jeopardise|imperil|endanger|strain|test|risk|undermine)$/],
  [
    'reach',
    /^(?:reach|strike|sign|conclude|agree|clinch|seal|finalize|finalise|settle|hammer|announce|ink|get|have|make|forge|secure|unveil|nail|broker)$/,
  ],
  [
    'seek',
    /^(?:want|seek|hope|negotiate|pursue|work|discuss|draft|need|offer|propose|prepare|eye|expect|push|consider|aim|look|complete|turn)$/,
  ],
  [
    'keep',
    /^(?:keep|honor|honour|uphold|respect|implement|maintain|preserve|observe|carry|safeguard|stick|abide|call|describe|welcome|hail|review)$/,
  ],
];

/** "Fell short" is no fall. */
const fellShort = (hit: Hit, verb: Verb): boolean =>
  verb.lemma === 'fall' && wordAt(hit.doc.tokens, verb.to) === 'short';

const classOf = (rows: readonly (readonly [string, RegExp])[], lemma: string): string =>
  rows.find(([, lemmas]) => lemmas.test(lemma))?.[0] ?? '';

const STRAINED =
  / (?:fragile|shaky|uneasy|tenuous|strained|brittle|delicate|frail|precarious|wobbly|fraying|teetering|battered) /;
const UNDER_STRAIN =
  / (?:under (?:\w+ )?strain|under pressure|at risk|in doubt|in jeopardy|in danger|in peril|on shaky ground|in question|fragile|shaky|unraveling|unravelling|in tatters) /;
/** "Extension of the truce", "another 90 days for the truce", "gave the truce another 90 days". */
const EXTENSION = / (?:extension of|prolongation of|days for|months for|year for|extension to) /;
/** "Hopes of a trade pact", "optimism for a deal". */
const HOPE =
  / (?:hopes? (?:of|for)|optimism (?:for|about|over|on)|prospects? (?:of|for)|chances? (?:of|for)|talk of|progress (?:on|toward|towards)|closer? to|short of|working (?:on|toward|towards)) /;
const UNSURE = / (?:further|possible|potential|any) (?:extension|prolongation) /;
const ANOTHER = / (?:another|more time) /;
const DEAD_BEFORE =
  / (?:put an end to|puts an end to|pulled out of|walked away from|backed out of|end of|collapse of) /;
const DEAD =
  / (?:is dead|was dead|is over|was over|dead|broke down|broken down|fell apart|fallen apart|put an end to|puts an end to|came to an end|pulled out of|walked away from|backed out of|in ruins|lasted) /;
const RAN_OUT = / (?:ran out|has run out|have run out|has expired|expired|lapsed) /;

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
const telling = (hit: Hit): { behind: Behind; named: string } | null => {
  const all = verbsBehind(hit).map((behind) => ({ behind, named: classOf(asSubject, behind.verb.lemma) }));
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

/** Set phrases around the noun: how many words before or behind it they may stand, and what they make of it. */
const PHRASES: readonly {
  readonly class: string;
  readonly words: RegExp;
  readonly back?: number;
  readonly ahead?: number;
  readonly own?: boolean;
  /** Only where a verb follows: "is under strain". */
  readonly verb?: boolean;
}[] = [
  { class: 'strain', words: STRAINED, own: true },
  { class: 'seek', words: HOPE, back: 6 },
  { class: 'keep', words: UNSURE, back: 7 },
  { class: 'extend', words: EXTENSION, back: 5 },
  { class: 'extend', words: / (?:extending|prolonging|renewing) /, own: true },
  { class: 'extend', words: / alive /, ahead: 8 },
  { class: 'strain', words: UNDER_STRAIN, back: 4 },
  { class: 'strain', words: UNDER_STRAIN, ahead: 12, verb: true },
  { class: 'break', words: DEAD_BEFORE, back: 6 },
  { class: 'start', words: / (?:in force|in effect|still running) /, ahead: 5 },
  { class: 'break', words: DEAD, ahead: 16 },
  { class: 'expire', words: RAN_OUT, ahead: 5, verb: true },
];

/** By adjectives and set phrases around the noun: "fragile", "under strain", "extension of", "is dead". */
const byWords = (hit: Hit, phrase: Span): Frame | null => {
  const { doc, clause, sentence } = hit;
  const behind = verbsBehind(hit)[0];
  const place = (p: (typeof PHRASES)[number]): Span => {
    if (p.own === true) return phrase;
    if (p.back !== undefined) return { from: Math.max(sentence.from, phrase.from - p.back), to: phrase.from };
    return p.words === DEAD
      ? sameBreath(hit, p.ahead ?? 0)
      : { from: hit.to, to: Math.min(sentence.to, hit.to + (p.ahead ?? 0)) };
  };
  const found = PHRASES.find((p) => (p.verb !== true || behind !== undefined) && has(doc, place(p), p.words));
  if (found === undefined) return null;
  const verbal = found.words === DEAD || found.words === RAN_OUT;
  return frame(found.class, verbal && behind !== undefined ? behind : { verb: null, clause });
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
  const into = has(hit.doc, { from: phrase.from - 3, to: phrase.from }, / (?:in|with|to|on) /);
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
