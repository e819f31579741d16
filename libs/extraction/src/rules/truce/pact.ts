import { inside, tokenAt, wordAt, type Doc, type Mention, type Span } from '../../doc';
import { bothSides, has, perDoc } from '../helpers';
import { type Hit } from '../rule';

/** Nouns that by themselves mean a truce; the others need to be called a trade deal, or to have been told before. */
const STRONG =
  /^(?:detente|détente|consensus|standstill|moratorium|truce|ceasefire|cease - fire|armistice|trade truce|tariff truce)$/;
const TRADE =
  / (?:trade|tariff|tariffs|interim|outline|mini|preliminary|partial|phase|economic|framework|comprehensive) /;
const PHASE = / (?:phase (?:-? ?)(?:one|1|i)|phase - (?:one|1)|first phase) /;
const OTHER_MATTER =
  / (?:tiktok|app|video|chips|nuclear|peace|climate|hostage|(?<!critical )minerals|prisoner|arms|soybean|aircraft|boeing|gaza|iran|nafta|usmca|byte\w+|trade agreement act) /;
/** So far before a noun its adjectives and names stand. */
const LEAD = 8;

const lead = (hit: Hit): Span => ({ from: Math.max(hit.sentence.from, hit.from - LEAD), to: hit.from });

/** "Said that a deal", "what a deal might be": a conjunction, unlike that of "that truce". */
const opensComplement = (hit: Hit, i: number): boolean =>
  /^(?:that|what|if|whether|when)$/.test(wordAt(hit.doc.tokens, i)) &&
  (wordAt(hit.doc.tokens, i) !== 'that' ||
    /^(?:a|an|the|their|its|any)$/.test(wordAt(hit.doc.tokens, i + 1)));

/** Words of the noun phrase before its noun: back to a verb, comma or preposition. */
const phrase = (hit: Hit): Span => {
  let from = hit.from;
  while (from > lead(hit).from) {
    const { kind, lower } = tokenAt(hit.doc.tokens, from - 1);
    const mark = kind === 'mark' && lower !== '-' && lower !== "'s" && lower !== '"';
    if (mark || /^(?:of|on|in|to|for|with|by|from|under|and|after|which|since|into|at|as|over)$/.test(lower))
      break;
    if (hit.clause.verbs.some((v) => v.at === from - 1) || opensComplement(hit, from - 1)) break;
    from -= 1;
  }
  return { from, to: hit.from };
};

const countries = new Set(['country', 'capital', 'people', 'person', 'institution']);

/** Somebody else's: "its deal with Japan", "the Gaza ceasefire". A city's country ("Busan, South Korea") is none. */
const foreign = (hit: Hit): boolean => {
  const near = inside(hit.doc.mentions, {
    from: phrase(hit).from,
    to: Math.min(hit.sentence.to, hit.to + 7),
  });
  const others = near.filter(
    (m) =>
      m.side === 'other' &&
      countries.has(m.kind) &&
      !isSite(hit.doc, m) &&
      !/^(?:it|its|they|their|he|his)$/.test(wordAt(hit.doc.tokens, m.from)),
  );
  const subject = hit.clause.subject;
  if (
    subject?.side === 'other' &&
    subject.kind !== 'pronoun' &&
    subject.kind !== 'people' &&
    !isSite(hit.doc, subject)
  )
    return true;
  return others.length > 0 && !bothSides(hit.doc, { from: phrase(hit).from, to: hit.to + 7 });
};

const isSite = (doc: Doc, m: Mention): boolean =>
  /^(?:in|at|near|,)$/.test(wordAt(doc.tokens, m.from - 1)) || wordAt(doc.tokens, m.to).includes('city');

const FOES = new Set([
  'Israel',
  'Ukraine',
  'Iran',
  'Afghanistan',
  'North Korea',
  'Pakistan',
  'Venezuela',
  'Russia',
]);

const warNear = (hit: Hit): boolean =>
  inside(hit.doc.mentions, hit.sentence).some((m) => FOES.has(m.name)) &&
  !has(hit.doc, hit.sentence, / (?:trade|tariff|tariffs) /);

/** How a text names a pact: its strength as a noun, and the name it bears here. */
export interface Pact {
  readonly strong: boolean;
  readonly name: string | null;
  /** "The", "that", "their", or a name before it: one known already. */
  readonly definite: boolean;
  readonly phrase: Span;
}

const nameIn = (doc: Doc, part: Span): string | null => {
  if (has(doc, part, PHASE)) return 'Phase One';
  return inside(doc.mentions, part).find((m) => m.kind === 'place')?.name ?? null;
};

/** "Of Osaka", "reached in Geneva", "agreed on Sunday in London": the place right after the noun. */
const nameAfter = (hit: Hit): string | null => {
  const places = inside(hit.doc.mentions, {
    from: hit.to,
    to: Math.min(hit.sentence.to, hit.to + 14),
  }).filter((m) => m.kind === 'place' && /^(?:in|at|of)$/.test(wordAt(hit.doc.tokens, m.from - 1)));
  return places[0]?.name ?? null;
};

/** "Trade agreement talks", "deal hopes": a word before another noun. */
const isAdjunct = (hit: Hit): boolean =>
  /^(?:talks|negotiations|negotiators|discussions|hopes|optimism|prospects|makers?)$/.test(
    wordAt(hit.doc.tokens, hit.to),
  );

/** "A deal on tariffs", "the agreement to cut duties": its matter stands behind. */
const MATTER =
  / (?:(?:on|over|about|for|of|in) (?:[\w$-]+ ){0,4}(?:trade|tariffs?|duties|levies|pause|truce)|to (?:[\w-]+ ){1,4}(?:tariffs?|duties|levies|trade (?:war|barriers|differences|disputes?|fight|conflict|row|tensions|imbalance))) /;

/** "A deal with China", "its agreement with Washington". */
const WITH_OTHER =
  / with (?:the )?(?:china|beijing|chinese|xi|president xi|us|united states|washington|trump|america|americans) /;
const PACT_NOUN = /^(?:deal|agreement|accord|pact|framework|understanding|bargain|settlement|compromise)$/;
/** What is held back for a time: a truce where duties or trade are what is held back. */
const PAUSE = /^(?:pause|suspension|reprieve|respite|breather)$/;

/** "The suspension of the higher duties", "a reprieve from tariffs". */
const HELD = / (?:of|in|on|from|to) (?:[\w$%.-]+ ){0,5}(?:tariffs?|duties|levies|trade war|hostilities) /;

const DUTIES = / (?:tariffs?|duties|levies) /;
const isHeld = (hit: Hit): boolean =>
  has(hit.doc, { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 8) }, HELD) ||
  (/^(?:pause|reprieve)$/.test(hit.trigger) &&
    wordAt(hit.doc.tokens, hit.from - 1) === 'the' &&
    has(hit.doc, hit.sentence, DUTIES));

const isOnTrade = (hit: Hit): boolean => {
  const { doc } = hit;
  if (PAUSE.test(hit.trigger)) return isHeld(hit);
  if (!PACT_NOUN.test(hit.trigger)) return false;
  const after = { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 8) };
  if (has(doc, after, MATTER)) return true;
  return (
    has(doc, { ...after, to: Math.min(after.to, hit.to + 5) }, WITH_OTHER) &&
    !has(doc, hit.sentence, OTHER_MATTER)
  );
};

/** Trade is what the text speaks of at its head, and no war anywhere. */
const isOfTrade = perDoc(
  (doc): boolean =>
    !doc.mentions.some((m) => FOES.has(m.name)) &&
    has(doc, { from: 0, to: Math.min(doc.tokens.length, HEAD) }, / (?:trade|tariffs?|duties|levies) /),
);
const HEAD = 150;

/** "Reached a preliminary consensus" is a pact in principle; "the important consensus of the leaders" is none. */
const isNoPact = (hit: Hit, own: Span): boolean => {
  if (hit.trigger === 'consensus')
    return !has(hit.doc, own, / (?:preliminary|basic|framework|initial|broad|tentative) /);
  // Ceasefires are of other wars, unless trade is spoken of.
  const war = /^(?:ceasefire|cease fire|armistice)$/.test(hit.trigger);
  const next = hit.doc.clauses[hit.clause.i + 1];
  const goesOn = next?.sentence === hit.sentence.i && /^(?:that|which)$/.test(next.opener);
  const near = { from: hit.clause.from, to: goesOn ? next.to : hit.clause.to };
  return (
    war &&
    !bothSides(hit.doc, near) &&
    !has(hit.doc, hit.sentence, / (?:trade|tariffs?|duties|economic) /) &&
    !isOfTrade(hit.doc)
  );
};

const TALKS = / (?:trade|tariff) (?:talks|negotiations|negotiators|war|dispute|row|conflict|fight) /;

/** "A deal" of the two, in a sentence on their trade talks. */
const isOfTalks = (hit: Hit): boolean =>
  PACT_NOUN.test(hit.trigger) && has(hit.doc, hit.sentence, TALKS) && bothSides(hit.doc, hit.sentence);

/** "Paused", "suspension of a licence", "memorandum of understanding": no pact. */
const isOtherNoun = (hit: Hit): boolean => {
  const { doc, clause } = hit;
  if (/^(?:understanding|settlement)$/.test(hit.trigger))
    return /^(?:of|mutual|better|deeper|legal)$/.test(wordAt(doc.tokens, hit.from - 1));
  if (!PAUSE.test(hit.trigger)) return false;
  if (clause.verbs.some((v) => v.at === hit.from)) return true;
  return has(doc, hit.sentence, / (?:other|most|all|dozens of) (?:\w+ )?(?:countries|nations|partners) /);
};

/** Does it mean a truce or trade deal by its own words? */
const isStrong = (hit: Hit, own: Span): boolean =>
  isOfTalks(hit) ||
  (PACT_NOUN.test(hit.trigger) &&
    inside(hit.doc.mentions, own).some((m) => m.kind === 'people' && m.side === 'both')) ||
  STRONG.test(hit.trigger) ||
  isOnTrade(hit) ||
  has(hit.doc, own, TRADE) ||
  has(hit.doc, own, PHASE);

/** Reads a noun as a pact of the two on trade, or null. */
export const pactAt = (hit: Hit): Pact | null => {
  const { doc } = hit;
  const own = phrase(hit);
  const wide = { from: own.from, to: Math.min(hit.sentence.to, hit.to + 6) };
  if (foreign(hit) || warNear(hit) || has(doc, wide, OTHER_MATTER) || isAdjunct(hit)) return null;
  if (isNoPact(hit, { from: own.from, to: hit.to }) || isOtherNoun(hit)) return null;
  const first = has(doc, { from: own.from - 4, to: hit.from }, / first phase of /) ? 'Phase One' : null;
  const name = first ?? nameIn(doc, { from: own.from, to: hit.to }) ?? nameAfter(hit);
  const opened = wordAt(doc.tokens, own.from);
  const definite =
    /^(?:the|that|this|their|its|his|such)$/.test(opened) ||
    inside(doc.mentions, { from: own.from, to: hit.from }).length > 0;
  return { strong: isStrong(hit, { from: own.from, to: hit.to }), name, definite, phrase: own };
};
