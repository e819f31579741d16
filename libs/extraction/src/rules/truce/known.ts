import { inside, lastBefore, wordAt, type Doc, type Span } from '../../doc';
import { wordClass } from '../../word-class';
import { perDoc, words } from '../helpers';

const PACT = wordClass(
  'truce ceasefire deal agreement accord pact framework arrangement consensus phase understanding bargain standstill settlement',
);
const STRONG = wordClass('truce ceasefire standstill phase');
const TRADE = wordClass('trade tariff');
const LOOSE = wordClass('deal agreement accord pact understanding bargain settlement');
const PHASE = /phase (?:- )?(?:one|1|i)\b|first phase/;
const NEAR = 9;
/** A pact is remembered over so many tokens: a longer text is no longer one story. */
const MEMORY = 2_000;

/** A pact named earlier in the text: what "the deal" and "that truce" go on about. */
export interface Known {
  readonly name: string | null;
}

const nameAt = (doc: Doc, i: number): string | null => {
  const around = { from: Math.max(0, i - 3), to: i + NEAR };
  if (PHASE.test(words(doc, around))) return 'Phase One';
  return (
    inside(doc.mentions, around).find(
      (m) => m.kind === 'place' && (m.to <= i || /^(?:in|of|at)$/.test(wordAt(doc.tokens, m.from - 1))),
    )?.name ?? null
  );
};

interface Told extends Span {
  readonly name: string | null;
  readonly strong: boolean;
  /** One of the words that mean a truce only where it is spoken of already. */
  readonly loose: boolean;
}

/** Every word for a pact in the text. */
const toldIn = perDoc((doc): readonly Told[] => {
  const found: Told[] = [];
  for (const { i, lower } of doc.tokens) {
    if (!PACT.test(lower)) continue;
    const strong = STRONG.test(lower) || TRADE.test(wordAt(doc.tokens, i - 1));
    found.push({ from: i, to: i + 1, name: nameAt(doc, i), strong, loose: LOOSE.test(lower) });
  }
  return found;
});

/** Is a truce or trade deal told before this token, and by what name? The nearest named one; null where none is told. */
export const knownBefore = (doc: Doc, before: number, loose = false): Known | null => {
  const all = toldIn(doc);
  let known = false;
  for (let at = lastBefore(all, before - 1); at >= 0; at -= 1) {
    const told = all[at];
    if (told === undefined || told.from >= before || told.from < before - MEMORY) break;
    if (told.name !== null) return { name: told.name };
    known ||= told.strong || (loose && told.loose);
  }
  return known ? { name: null } : null;
};

/** Name of the pact that the text speaks of: the nearest named one before, else the first after, else (for news) the place in its lead. */
export const nameInText = (doc: Doc, at: number, news: boolean): string | null => {
  const name =
    knownBefore(doc, at)?.name ?? knownBefore(doc, Math.min(doc.tokens.length, MEMORY))?.name ?? null;
  if (name !== null || !news) return name;
  const lead = doc.sentences[Math.min(3, doc.sentences.length - 1)];
  return (
    inside(doc.mentions, { from: 0, to: lead?.to ?? 0 }).find(
      (m) => m.kind === 'place' && /^(?:in|at)$/.test(wordAt(doc.tokens, m.from - 1)),
    )?.name ?? null
  );
};
