import { tokenAt, wordAt, type Doc, type Sentence } from './doc';
import { cues, type Cue } from './lexicon/cues';
import { wordTable } from './vocabulary';

/** A verb's thing stands no farther behind it, nor farther in front ("tariffs were cut"). */
const BEHIND = 6;
const BEFORE = 4;
/** A denial reaches so many words on. */
const DENIED = 3;

const table = wordTable(cues);
const cueAt = (doc: Doc, i: number): Cue | undefined => table[tokenAt(doc.tokens, i).word];
/** "Put off", "calling off": what stands before "off" makes less of its thing. */
const offs = new Set(
  'put puts putting call calls called calling hold holds held break breaks broke broken'.split(' '),
);
const actAt = (doc: Doc, i: number): Cue | undefined =>
  wordAt(doc.tokens, i + 1) === 'off' && offs.has(wordAt(doc.tokens, i)) ? 'less' : cueAt(doc, i);
const isThing = (cue: Cue | undefined): boolean => cue === 'bad' || cue === 'good';

/** The thing nearest behind the verb in the same part of the sentence, else in front of it. */
const thingOf = (doc: Doc, at: number, sentence: Sentence): Cue | undefined => {
  for (let i = at + 1; i < sentence.to && i <= at + BEHIND; i += 1) {
    if (isThing(cueAt(doc, i))) return cueAt(doc, i);
    if (/^[.;:]$/.test(tokenAt(doc.tokens, i).text)) break;
  }
  for (let i = at - 1; i >= sentence.from && i >= at - BEFORE; i -= 1)
    if (isThing(cueAt(doc, i))) return cueAt(doc, i);
  return undefined;
};

const isDenied = (doc: Doc, at: number, sentence: Sentence): boolean => {
  for (let i = Math.max(sentence.from, at - DENIED); i < at; i += 1) if (cueAt(doc, i) === 'not') return true;
  return false;
};

/** 1 where the word raises the tension, -1 where it lowers it, 0 where it says nothing. */
const signOf = (doc: Doc, at: number, sentence: Sentence): number => {
  const cue = actAt(doc, at);
  if (cue === undefined || cue === 'not' || isThing(cue)) return 0;
  if (cue === 'up') return 1;
  if (cue === 'down') return -1;
  const thing = thingOf(doc, at, sentence);
  if (thing === undefined) return 0;
  return (cue === 'more') === (thing === 'bad') ? 1 : -1;
};

/** How many words of the sentence raise and lower the tension: "cut tariffs" lowers it, "cut off talks" raises it. */
export const cuesOf = (doc: Doc, sentence: Sentence): { readonly up: number; readonly down: number } => {
  let up = 0;
  let down = 0;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const sign = signOf(doc, i, sentence);
    if (sign === 0) continue;
    if (sign > 0 !== isDenied(doc, i, sentence)) up += 1;
    else down += 1;
  }
  return { up, down };
};
