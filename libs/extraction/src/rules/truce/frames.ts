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

/** Verbs behind the noun: in its clause, and in those that go on without a subject of their own. */
const verbsBehind = (hit: Hit): Behind[] => {
  const { doc, clause, sentence } = hit;
  const found: Behind[] = [];
  const own = clause.verbs.filter((v) => v.from >= hit.to);
  const last = own[own.length - 1];
  if (last !== undefined) found.push({ verb: last, clause });
  for (let i = clause.i + 1; i <= clause.i + CLAUSES; i += 1) {
    const next = doc.clauses[i];
    const verb = next?.verbs[next.verbs.length - 1];
    if (verb !== undefined && fellShort(hit, verb)) break;
    if (next?.sentence !== sentence.i || verb === undefined || /^(?:while|but|as|whose)$/.test(next.opener))
      break;
    const relative = /^(?:that|which)$/.test(next.opener);
    const named = next.subject !== null && next.subject.from >= next.from;
    if (named && !(relative && next.from - hit.to <= 3)) break;
    if (has(doc, { from: hit.to, to: verb.from }, / [:;] /)) break;
    if (verb.from - hit.to > 24) break;
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

/** By adjectives and set phrases around the noun: "fragile", "under strain", "extension of", "is dead". */
const byWords = (hit: Hit, phrase: Span): Frame | null => {
  const { doc, clause, sentence } = hit;
  const bare = { verb: null, clause };
  const ahead = (n: number): Span => ({ from: hit.to, to: Math.min(sentence.to, hit.to + n) });
  const back = (n: number): Span => ({ from: Math.max(sentence.from, phrase.from - n), to: phrase.from });
  const after = verbsBehind(hit)[0] ?? bare;
  if (has(doc, { from: phrase.from, to: hit.from }, STRAINED)) return frame('strain', bare);
  if (has(doc, back(6), HOPE)) return frame('seek', bare);
  if (has(doc, back(7), UNSURE)) return frame('keep', bare);
  if (has(doc, back(5), EXTENSION) || has(doc, phrase, / (?:extending|prolonging|renewing) /))
    return frame('extend', bare);
  if (has(doc, ahead(8), / alive /)) return frame('extend', bare);
  if (has(doc, back(4), UNDER_STRAIN) || (after !== bare && has(doc, ahead(12), UNDER_STRAIN)))
    return frame('strain', bare);
  if (has(doc, back(6), DEAD_BEFORE)) return frame('break', bare);
  if (has(doc, ahead(5), / (?:in force|in effect|still running) /))
    return frame('start', { verb: null, clause });
  if (has(doc, sameBreath(hit, 16), DEAD)) return frame('break', after);
  if (after !== bare && has(doc, ahead(5), RAN_OUT)) return frame('expire', after);
  return null;
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

const byVerb = (hit: Hit, phrase: Span): Frame => {
  const { doc, clause } = hit;
  const object = objectVerb(hit, phrase);
  const rest = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 8) };
  const own = { verb: object ?? null, clause };
  if (object?.lemma === 'give' && has(doc, rest, ANOTHER)) return frame('extend', own);
  const ends = /^(?:end|put|culminate|result|shake)$/.test(object?.lemma ?? '');
  if (ends && has(doc, { from: phrase.from - 3, to: phrase.from }, / (?:in|with|to|on) /))
    return frame('reach', own);
  const named = object === undefined ? '' : classOf(asObject, object.lemma);
  if (/^(?:extend|break|endanger)$/.test(named)) return frame(named, own);
  const found = telling(hit);
  if (
    found !== null &&
    /^(?:reach|break|expire|extend|strain|start)$/.test(found.named) &&
    (named === '' || (found.named === 'reach' && named !== 'reach'))
  )
    return frame(found.named, found.behind, isParticiple(hit, found.behind));
  if (named !== '') return frame(named, own);
  return found === null ? frame('', own) : frame(found.named, found.behind, isParticiple(hit, found.behind));
};
