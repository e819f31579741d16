import { openers, prepositions } from '../lexicon/clauses';
import { verbForm } from '../lexicon/verbs';
import { personNouns, titles } from '../lexicon/persons';
import { tokenAt, wordAt, type Mention, type Token } from '../doc';
import { mentionWith } from '../with';

/** So many titles may stand between "Chinese" and "He Lifeng". */
const LONGEST_TITLE = 7;
const placePrepositions = new Set(['in', 'to', 'at', 'near', 'from', 'outside', 'leaving', 'for', 'through']);
const named = new Set(['country', 'people', 'capital']);

/** "Foreign Ministry" is China's unless another country's name stands before it. */
const ownerBefore = (mention: Mention, previous: Mention | undefined, tokens: readonly Token[]): Mention => {
  if (mention.kind !== 'institution' || previous === undefined || !named.has(previous.kind)) return mention;
  const gap = mention.from - previous.to;
  if (gap > 1 || (gap === 1 && wordAt(tokens, previous.to) !== "'s")) return mention;
  return mentionWith(mention, { from: previous.from, side: previous.side });
};

/** Skips "'s", titles and commas from `i`; answers where they end. */
const afterTitles = (tokens: readonly Token[], i: number): number => {
  let at = i;
  while (
    at - i < LONGEST_TITLE &&
    (titles.has(wordAt(tokens, at)) || wordAt(tokens, at) === "'s" || wordAt(tokens, at) === '-')
  )
    at += 1;
  return at;
};

/** "Official" before another noun: "China's official response". */
const isAdjective = (tokens: readonly Token[], i: number): boolean => {
  if (wordAt(tokens, i) !== 'official') return false;
  const next = tokenAt(tokens, i + 1);
  return (
    next.kind === 'word' &&
    !next.capital &&
    verbForm(next.lower) === undefined &&
    !prepositions.has(next.lower) &&
    !openers.has(next.lower)
  );
};

/** Does the stretch hold a noun for people, so that "Chinese vice premier" is a person? Answers its end or -1. */
const endOfGroup = (tokens: readonly Token[], from: number): number => {
  let end = -1;
  for (let i = from; i < from + LONGEST_TITLE; i += 1) {
    const word = wordAt(tokens, i);
    if (personNouns.has(word) && !isAdjective(tokens, i)) end = i + 1;
    else if (!titles.has(word) && word !== "'s" && word !== '-' && word !== 'trade') break;
  }
  return end;
};

/** "Chinese officials", "US Treasury Secretary Scott Bessent": one mention from the nationality to the name. */
const grouped = (tokens: readonly Token[], mentions: readonly Mention[]): Mention[] => {
  const found: Mention[] = [];
  for (let m = 0; m < mentions.length; m += 1) {
    const mention = mentions[m];
    if (mention === undefined) break;
    const previous = found[found.length - 1];
    const own = ownerBefore(mention, previous, tokens);
    if (own !== mention) {
      found[found.length - 1] = own;
      continue;
    }
    if (!named.has(mention.kind)) {
      found.push(mention);
      continue;
    }
    const next = mentions[m + 1];
    const start = afterTitles(tokens, mention.to);
    if (next?.kind === 'person' && start >= next.from && next.from - mention.to <= LONGEST_TITLE) {
      found.push(mentionWith(next, { from: mention.from }));
      m += 1;
      continue;
    }
    const end = endOfGroup(tokens, mention.to);
    const swallowed = next !== undefined && end > next.from;
    found.push(
      end < 0 || swallowed
        ? mention
        : mentionWith(mention, {
            to: end,
            kind: 'person',
            role: 'official',
            name: `${mention.name} officials`,
          }),
    );
  }
  return found;
};

/** Beijing and Washington after "in" are places; so is a city that two sides meet in. */
const placed = (tokens: readonly Token[], mention: Mention): Mention => {
  if (mention.kind !== 'capital') return mention;
  const before = wordAt(tokens, mention.from - 1);
  const after = tokenAt(tokens, mention.to);
  const owner = after.lower === "'s";
  return placePrepositions.has(before) && !owner ? mentionWith(mention, { place: true }) : mention;
};

/** Mentions with their titles and owners, and cities told apart from governments. */
export const phrases = (tokens: readonly Token[], mentions: readonly Mention[]): Mention[] =>
  grouped(tokens, mentions).map((m) => placed(tokens, m));
