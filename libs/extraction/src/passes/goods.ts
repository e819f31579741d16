import { goodsFillers, goodsNouns } from '../lexicon/goods';
import { wordAt, type Mention, type Side, type Token } from '../doc';

const REACH = 5;
const opposite: Readonly<Record<string, Side>> = { US: 'CN', CN: 'US' };

/** Index after the first trade noun that follows `i` over fillers and products, or -1. */
const nounAfter = (tokens: readonly Token[], i: number, stops: ReadonlyMap<number, number>): number => {
  let at = i;
  while (at < i + REACH) {
    const word = wordAt(tokens, at);
    if (goodsNouns.has(word)) return at + 1;
    const product = stops.get(at);
    if (product !== undefined) at = product;
    else if (goodsFillers.has(word) || word === "'s" || word === '-' || word === ',') at += 1;
    else return -1;
  }
  return -1;
};

/** "Chinese goods": theirs. "US imports": what the US takes in, so the other's; "US imports from Canada": Canada's. */
const sideOfNoun = (
  tokens: readonly Token[],
  owner: Mention,
  end: number,
  byStart: ReadonlyMap<number, Mention>,
): Side | null => {
  const noun = wordAt(tokens, end - 1);
  if (noun !== 'imports' && noun !== 'importers') return owner.side;
  if (owner.kind === 'people' && owner.side === 'CN') return 'CN';
  const after = wordAt(tokens, end);
  const source =
    after === 'from' || after === 'of' ? (byStart.get(end + 1) ?? byStart.get(end + 2)) : undefined;
  if (source?.side !== null && source?.side !== undefined) return source.side;
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

/** "goods from China", "imports of Chinese steel", "everything Chinese". */
const sourced = (
  tokens: readonly Token[],
  i: number,
  byStart: ReadonlyMap<number, Mention>,
): Mention | null => {
  const word = wordAt(tokens, i);
  if (!goodsNouns.has(word) && word !== 'everything' && word !== 'anything') return null;
  let at = i + 1;
  while (
    at < i + REACH &&
    /^(?:made|imported|coming|shipped|entering|arriving|originating|brought|sold|in|that|come|bought|the)$/.test(
      wordAt(tokens, at),
    )
  )
    at += 1;
  const link = wordAt(tokens, at);
  const from =
    link === 'from' || link === 'by' || (link === 'of' && word === 'imports')
      ? at + 1
      : wordAt(tokens, at - 1) === 'in' || at === i + 1
        ? at
        : -1;
  const direct = link !== 'from' && link !== 'by' && link !== 'of';
  if (from < 0) return null;
  const source = byStart.get(from) ?? (wordAt(tokens, from) === 'the' ? byStart.get(from + 1) : undefined);
  if (
    source?.side === null ||
    source === undefined ||
    (direct && source.kind !== 'people' && wordAt(tokens, at - 1) !== 'in')
  )
    return null;
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
  const ends = new Map(
    mentions.filter((m) => m.kind === 'product' || m.kind === 'firm').map((m) => [m.from, m.to]),
  );
  const found: Mention[] = [];
  let covered = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const at = byStart.get(i);
    const mention = at === undefined ? sourced(tokens, i, byStart) : owned(tokens, at, byStart, ends);
    if (mention === null || i < covered) continue;
    found.push(mention);
    covered = mention.to;
  }
  return found;
};
