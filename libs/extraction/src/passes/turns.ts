import { inside, tokenAt, wordAt, type Mention, type Quote, type Sentence, type Token } from '../doc';

/** The label of a transcript's turn is at most so many tokens long: "TREASURY SECRETARY SCOTT BESSENT:". */
const LONGEST_LABEL = 7;

const speaking = new Set(['person', 'institution', 'pronoun']);

/** Where the colon of a label stands, or -1: only capitalised words and titles before it. */
const colonOf = (tokens: readonly Token[], paragraph: Sentence): number => {
  for (let i = paragraph.from; i < Math.min(paragraph.to, paragraph.from + LONGEST_LABEL); i += 1) {
    if (wordAt(tokens, i) === ':') return i;
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' || (!token.capital && token.lower !== 'of' && token.lower !== 'the')) return -1;
  }
  return -1;
};

/** Turns of a transcript, "PRESIDENT TRUMP: …" to the end of the paragraph, as direct speech of the one who is named. */
export const turns = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Quote[] => {
  const found: Quote[] = [];
  let open: { from: number; paragraph: number; side: Mention['side'] } | null = null;
  let to = 0;
  const close = (): void => {
    if (open !== null && to > open.from)
      found.push({ from: open.from, to, kind: 'direct', speaker: open.side });
    open = null;
  };
  for (const sentence of sentences) {
    if (sentence.paragraph !== open?.paragraph) {
      close();
      const colon = sentence.headline ? -1 : colonOf(tokens, sentence);
      const who = inside(mentions, { from: sentence.from, to: colon }).find((m) => speaking.has(m.kind));
      if (colon > 0 && who !== undefined)
        open = { from: colon + 1, paragraph: sentence.paragraph, side: who.side };
    }
    to = sentence.to;
  }
  close();
  return found;
};
