import { tokenAt, wordAt, type Token } from '../doc';
import { wordTable } from '../vocabulary';

const listed = (words: string, first: number, step: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, first + i * step]);

const small: ReadonlyMap<string, number> = new Map(
  listed(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    1,
    1,
  ),
);
const tens: ReadonlyMap<string, number> = new Map(
  listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
);
const articles: ReadonlySet<string> = new Set(['a', 'an']);

/** A number with the token behind it. */
export interface NumberAt {
  readonly value: number;
  readonly to: number;
}

const none: NumberAt = { value: Number.NaN, to: -1 };

/** "forty", "forty-five", "forty five", "seven". */
const belowHundred = (tokens: readonly Token[], i: number): NumberAt => {
  const word = wordAt(tokens, i);
  const ten = tens.get(word);
  if (ten === undefined) return { value: small.get(word) ?? Number.NaN, to: i + 1 };
  const at = wordAt(tokens, i + 1) === '-' ? i + 2 : i + 1;
  const unit = small.get(wordAt(tokens, at)) ?? 10;
  return unit < 10 ? { value: ten + unit, to: at + 1 } : { value: ten, to: i + 1 };
};

/** "hundred and forty-five" behind "one" or "a". */
const withHundreds = (tokens: readonly Token[], hundreds: number, at: number): NumberAt => {
  const rest = belowHundred(tokens, wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1);
  return Number.isNaN(rest.value)
    ? { value: hundreds * 100, to: at + 1 }
    : { value: hundreds * 100 + rest.value, to: rest.to };
};

/** Number at token `i`, in figures or in words up to 999 ("a hundred and forty-five"); `value` NaN where none. */
export const numberAt = (tokens: readonly Token[], i: number): NumberAt => {
  const token = tokenAt(tokens, i);
  if (token.kind === 'number') return { value: token.value, to: i + 1 };
  if (token.kind !== 'word') return none;
  const first = articles.has(token.lower) ? { value: 1, to: i + 1 } : belowHundred(tokens, i);
  if (Number.isNaN(first.value)) return token.lower === 'hundred' ? withHundreds(tokens, 1, i) : none;
  return wordAt(tokens, first.to) === 'hundred' && first.value < 10
    ? withHundreds(tokens, first.value, first.to)
    : first;
};

const beginnings = wordTable(
  [...small.keys(), ...tens.keys(), ...articles, 'hundred'].map((word): [string, true] => [word, true]),
);
/** May a number in words begin with it? */
export const beginsNumber = (token: Token): boolean => beginnings[token.word] === true;
