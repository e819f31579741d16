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

/** The turn that begins with this sentence, up to its end; null where no speaker is named. */
const turnAt = (tokens: readonly Token[], sentence: Sentence, mentions: readonly Mention[]): Quote | null => {
  const colon = sentence.headline ? -1 : colonOf(tokens, sentence);
  if (colon < 0) return null;
  const who = inside(mentions, { from: sentence.from, to: colon }).find((m) => speaking.has(m.kind));
  return who === undefined ? null : { from: colon + 1, to: sentence.to, kind: 'direct', speaker: who.side };
};

/** Turns of a transcript, "PRESIDENT TRUMP: …" to the end of the paragraph, as direct speech of the one who is named. */
export const turns = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Quote[] => {
  const found: (Quote | null)[] = [];
  sentences.forEach((sentence, i) => {
    const goesOn = sentences[i - 1]?.paragraph === sentence.paragraph;
    const last = found.at(-1) ?? null;
    if (!goesOn) found.push(turnAt(tokens, sentence, mentions));
    else if (last !== null) found[found.length - 1] = { ...last, to: sentence.to };
  });
  return found.filter((turn) => turn !== null);
};
