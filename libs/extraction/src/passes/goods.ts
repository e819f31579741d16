import { goodsFillers, goodsNouns } from '../lexicon/goods';
import { prepositions } from '../lexicon/clauses';
import { isFinite } from '../lexicon/verbs';
import { wordClass } from '../word-class';
import { tokenAt, wordAt, type Mention, type Side, type Token } from '../doc';

const REACH = 5;
const opposite: Readonly<Record<string, Side>> = { US: 'CN', CN: 'US' };

/** Nothing follows that the product could be an adjective of: "Chinese steel and", "American soybeans." */
const endsPhrase = (tokens: readonly Token[], i: number): boolean => {
  const next = tokenAt(tokens, i);
  return (
    next.kind !== 'word' ||
    prepositions.has(next.lower) ||
    next.lower === 'and' ||
    next.lower === 'or' ||
    isFinite(next.lower)
  );
};

const isFiller = (word: string): boolean =>
  goodsFillers.has(word) || word === "'s" || word === '-' || word === ',';

/** Index after the first trade noun or product that follows `i` over fillers, or -1. `products`: where one ends, by where it begins. */
const nounAfter = (tokens: readonly Token[], i: number, products: ReadonlyMap<number, number>): number => {
  let at = i;
  while (at < i + REACH) {
    const word = wordAt(tokens, at);
    if (goodsNouns.has(word)) return at + 1;
    const product = products.get(at);
    if (product === undefined && !isFiller(word)) return -1;
    if (product !== undefined && (goodsNouns.has(wordAt(tokens, product - 1)) || endsPhrase(tokens, product)))
      return product;
    at = product ?? at + 1;
  }
  return -1;
};

const intake = new Set(['imports', 'importers']);

/** The side named after "imports from" or "imports of", or null. */
const namedSource = (
  tokens: readonly Token[],
  end: number,
  byStart: ReadonlyMap<number, Mention>,
): Side | null => {
  const link = wordAt(tokens, end);
  if (link !== 'from' && link !== 'of') return null;
  return (byStart.get(end + 1) ?? byStart.get(end + 2))?.side ?? null;
};

/** "Chinese goods", "Chinese imports": theirs. "US imports": what the US takes in, so the other's; "US imports from Canada": Canada's. */
const sideOfNoun = (
  tokens: readonly Token[],
  owner: Mention,
  end: number,
  byStart: ReadonlyMap<number, Mention>,
): Side | null => {
  if (!intake.has(wordAt(tokens, end - 1))) return owner.side;
  const source = owner.side === 'CN' && owner.kind === 'people' ? null : namedSource(tokens, end, byStart);
  if (source !== null) return source;
  return owner.kind === 'people' ? owner.side : (opposite[owner.side ?? ''] ?? owner.side);
};

const owned = (
  tokens: readonly Token[],
  owner: Mention,
  byStart: ReadonlyMap<number, Mention>,
  ends: ReadonlyMap<number, number>,
): Mention | null => {
  const named = owner.kind === 'people' || owner.kind === 'country' || owner.kind === 'capital';
  const end = named ? nounAfter(tokens, owner.to, ends) : -1;
  if (end < 0) return null;
  return {
    from: owner.from,
    to: end,
    kind: 'goods',
    side: sideOfNoun(tokens, owner, end, byStart),
    name: `${owner.name} goods`,
    role: null,
    place: false,
  };
};

const shipped = new Set([
  'made',
  'produced',
  'manufactured',
  'imported',
  'coming',
  'shipped',
  'entering',
  'arriving',
  'originating',
  'brought',
  'sold',
  'that',
  'come',
  'bought',
]);

/** Index of the word that names the source after the goods noun at `i`: after "from", "made in", "imports of"; or right behind it ("everything Chinese"). */
const sourceAt = (tokens: readonly Token[], i: number): { at: number; adjective: boolean } => {
  let at = i + 1;
  while (at < i + REACH && shipped.has(wordAt(tokens, at))) at += 1;
  const link = wordAt(tokens, at);
  const linked =
    link === 'from' ||
    (link === 'of' && /^(?:imports|products|goods)$/.test(wordAt(tokens, i))) ||
    (link === 'in' && /^(?:made|produced|manufactured|originating)$/.test(wordAt(tokens, at - 1)));
  const name = linked ? at + 1 : at;
  return { at: linked && wordAt(tokens, name) === 'the' ? name + 1 : name, adjective: !linked };
};

const sourcedNouns = wordClass([...goodsNouns, 'everything', 'anything'].join(' '));

/** Index of the last word of a trade noun or product that begins at `i`, or -1. */
const lastOfNoun = (tokens: readonly Token[], i: number, product: Mention | undefined): number => {
  if (product !== undefined) return product.kind === 'product' ? product.to - 1 : -1;
  return sourcedNouns.at(tokens, i) ? i : -1;
};

/** "goods from China", "solar cells made in China", "imports of Chinese steel", "everything Chinese". */
const sourced = (
  tokens: readonly Token[],
  i: number,
  byStart: ReadonlyMap<number, Mention>,
): Mention | null => {
  const product = byStart.get(i);
  const last = lastOfNoun(tokens, i, product);
  if (last < 0) return null;
  const { at, adjective } = sourceAt(tokens, last);
  const source = byStart.get(at);
  if (source === undefined || source.side === null) return null;
  if (adjective && (product !== undefined || source.kind !== 'people')) return null;
  return {
    from: i,
    to: source.to,
    kind: 'goods',
    side: source.side,
    name: `${source.name} goods`,
    role: null,
    place: false,
  };
};

/** Goods by where they come from; these mentions overlap those of the names in them. Sorted by `from`. */
export const goods = (tokens: readonly Token[], mentions: readonly Mention[]): Mention[] => {
  const byStart = new Map(mentions.map((m) => [m.from, m]));
  const ends = new Map(mentions.filter((m) => m.kind === 'product').map((m) => [m.from, m.to]));
  const found: Mention[] = [];
  let covered = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const at = byStart.get(i);
    const mention =
      at === undefined || at.kind === 'product'
        ? sourced(tokens, i, byStart)
        : owned(tokens, at, byStart, ends);
    if (mention === null || i < covered) continue;
    found.push(mention);
    covered = mention.to;
  }
  return found;
};
