import {
  inside,
  tokenAt,
  wordAt,
  type Mention,
  type Quote,
  type Sentence,
  type Side,
  type Token,
} from '../doc';

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

const answers = /^(?:a|answer|reply|response|spokesperson|spokesman|spokeswoman)$/;
/** The host of a page of questions and answers is named in so many sentences from the top. */
const HOST_SENTENCES = 3;

const isParty = (side: Side | null): boolean => side === 'US' || side === 'CN';

interface Parts {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/** Who answers on a page of questions and answers: the side of the ministry or person at its head. */
const hostOf = ({ sentences, mentions }: Parts): Side | null => {
  const last = sentences[Math.min(HOST_SENTENCES, sentences.length) - 1];
  const host = inside(mentions, { from: 0, to: last?.to ?? 0 }).find(
    (m) => m.role !== 'media' && (m.kind === 'institution' || m.kind === 'person') && isParty(m.side),
  );
  return host?.side ?? null;
};

/** The turn that begins with this sentence, up to its end; null where no speaker is named. */
const turnAt = (tokens: readonly Token[], sentence: Sentence, parts: Parts): Quote | null => {
  const colon = sentence.headline ? -1 : colonOf(tokens, sentence);
  if (colon < 0) return null;
  const label = inside(parts.mentions, { from: sentence.from, to: colon });
  const who = label.find((m) => speaking.has(m.kind) && m.role !== 'media');
  const answer = colon === sentence.from + 1 && answers.test(wordAt(tokens, sentence.from));
  const speaker = answer ? hostOf(parts) : (who?.side ?? null);
  return speaker === null ? null : { from: colon + 1, to: sentence.to, kind: 'direct', speaker };
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
    if (!goesOn) found.push(turnAt(tokens, sentence, { sentences, mentions }));
    else if (last !== null)
      found[found.length - 1] = { from: last.from, to: sentence.to, kind: last.kind, speaker: last.speaker };
  });
  return found.filter((turn) => turn !== null);
};
