import { wordAt, type Clause, type Span, type Verb } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';

/** What the pact's noun is subject or object of, by base form: a class of `status.json`. */
const asSubject: readonly (readonly [string, RegExp])[] = [
  ['break', /^(?:collapse|unravel|die|crumble|fail|break|fall|founder)$/],
  ['expire', /^(?:expire|lapse|end|run)$/],
  ['strain', /^(?:fray|teeter|wobble|falter)$/],
  ['start', /^(?:take|enter|come|start|begin)$/],
  ['extend', /^(?:extend|prolong|renew)$/],
  [
    'reach',
    /^(?:reach|strike|sign|agree|conclude|clinch|seal|finalize|finalise|settle|announce|make|do|hammer)$/,
  ],
  [
    'keep',
    /^(?:hold|remain|stand|continue|last|stay|survive|apply|cover|lower|reduce|suspend|bring|keep|cut|include|call|provide|pause|halt|require|allow)$/,
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
    /^(?:reach|strike|sign|conclude|agree|clinch|seal|finalize|finalise|settle|hammer|announce|ink|get|have|make|forge|secure|unveil|nail|broker|say)$/,
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

const classOf = (rows: readonly (readonly [string, RegExp])[], lemma: string): string =>
  rows.find(([, lemmas]) => lemmas.test(lemma))?.[0] ?? '';

const STRAINED =
  / (?:fragile|shaky|uneasy|tenuous|strained|brittle|delicate|frail|precarious|wobbly|fraying|teetering|battered) /;
const UNDER_STRAIN =
  / (?:under (?:\w+ )?strain|under pressure|at risk|in doubt|in jeopardy|in danger|in peril|on shaky ground|in question|fragile|shaky|unraveling|unravelling|in tatters) /;
const DEAD =
  / (?:is dead|was dead|is over|was over|dead|broke down|broken down|fell apart|fallen apart|put an end to|puts an end to|came to an end|pulled out of|walked away from|backed out of|in ruins|lasted) /;
const RAN_OUT = / (?:ran out|run out|has expired|expired|lapsed) /;

/** The verb that has the noun as its subject or object, and which of them. */
export interface Frame {
  readonly class: string;
  readonly clause: Clause;
  readonly verb: Verb | null;
  /** A participle behind the noun or a relative clause: "the truce reached in May". */
  readonly behind: boolean;
}

const objectVerb = (hit: Hit, phrase: Span): Verb | undefined =>
  [...hit.clause.verbs].reverse().find((v) => v.to <= phrase.from && phrase.from - v.to <= 6);

const nextClause = (hit: Hit): Clause | undefined => {
  const next = hit.doc.clauses[hit.clause.i + 1];
  return next?.sentence === hit.sentence.i ? next : undefined;
};

/** The verb behind the noun, in its clause or in the clause that goes on. */
const verbBehind = (hit: Hit): { verb: Verb; clause: Clause } | null => {
  const own = hit.clause.verbs.find((v) => v.from >= hit.to);
  if (own !== undefined)
    return { verb: hit.clause.verbs[hit.clause.verbs.length - 1] ?? own, clause: hit.clause };
  const next = nextClause(hit);
  const verb = next?.verbs[next.verbs.length - 1];
  const about =
    next !== undefined &&
    verb !== undefined &&
    (verb.from - hit.to <= 10 || /^(?:that|which)$/.test(next.opener));
  return about ? { verb, clause: next } : null;
};

const isParticiple = (hit: Hit, verb: Verb, clause: Clause): boolean =>
  /^(?:that|which|whom|in)$/.test(clause.opener) ||
  (verb.from - hit.to <= 2 &&
    !verb.passive &&
    /^(?:reach|strike|sign|agree|conclude|seal|settle|make|announce|hammer)$/.test(verb.lemma) &&
    wordAt(hit.doc.tokens, verb.from) !== 'was');

/** What governs a pact's noun, by adjective, phrase, or verb. */
export const frameOf = (hit: Hit, phrase: Span): Frame => {
  const { doc, clause } = hit;
  const frame = (name: string, verb: Verb | null, of: Clause = clause, behind = false): Frame => ({
    class: name,
    clause: of,
    verb,
    behind,
  });
  if (has(doc, { from: phrase.from, to: hit.from }, STRAINED)) return frame('strain', null);
  const after = verbBehind(hit);
  const rest = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 12) };
  const before = { from: Math.max(clause.from, phrase.from - 6), to: phrase.from };
  if (after !== null && has(doc, rest, UNDER_STRAIN)) return frame('strain', after.verb, after.clause);
  if (has(doc, before, DEAD) || (after !== null && has(doc, rest, DEAD)))
    return frame('break', after?.verb ?? null, after?.clause ?? clause);
  if (after !== null && has(doc, rest, RAN_OUT)) return frame('expire', after.verb, after.clause);
  const object = objectVerb(hit, phrase);
  const named = object === undefined ? '' : classOf(asObject, object.lemma);
  if (named !== '') return frame(named, object ?? null);
  if (after === null) return frame('', null);
  const subject = classOf(asSubject, after.verb.lemma);
  return frame(subject, after.verb, after.clause, isParticiple(hit, after.verb, after.clause));
};
