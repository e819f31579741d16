import { inside, wordAt, type Doc } from '../../doc';
import { words } from '../helpers';

const PACT = /^(?:truce|ceasefire|deal|agreement|accord|pact|framework|arrangement|consensus|phase)$/;
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

/** Is a truce or trade deal told before this token, and by what name? The nearest named one; null where none is told. */
export const knownBefore = (doc: Doc, before: number, loose = false): Known | null => {
  let told = false;
  for (let i = before - 1; i >= Math.max(0, before - MEMORY); i -= 1) {
    if (!PACT.test(wordAt(doc.tokens, i))) continue;
    const strong =
      /^(?:truce|ceasefire|phase)$/.test(wordAt(doc.tokens, i)) ||
      /^(?:trade|tariff)$/.test(wordAt(doc.tokens, i - 1));
    const name = nameAt(doc, i);
    if (name !== null) return { name };
    told ||= strong || (loose && /^(?:deal|agreement|accord|pact)$/.test(wordAt(doc.tokens, i)));
  }
  return told ? { name: null } : null;
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
