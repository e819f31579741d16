import { type TariffObservation } from '../shared/observation';
import { memo } from '../shared/memo';
import { slug } from '../shared/subject';
import { sectorKeys } from './sector-keys';

export interface ProductKey {
  readonly key: string;
  readonly scope: 'sector' | 'list' | 'product';
}

// Names under which one list goes in the news.
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/\blists? 1 (?:to|through|-) 3\b/i, '$250bn'],
  [/\blist 1\b/i, '$34bn'],
  [/\blist 2\b/i, '$16bn'],
  [/\blist 3\b/i, '$200bn'],
  [/\blist 4a\b/i, '$120bn'],
  [/\blist 4b\b/i, '$160bn'],
  [/\b128 (?:us |american )?products\b/i, '128-products'],
];

const AMOUNT = /\$\s?(\d+(?:\.\d+)?)\s?(?:bn|billion)/i;

// Parts of one list come into force on days of their own; the first part is what goes by the name of the list later on.
const partOf = (text: string): string =>
  /\bsecond part\b/i.test(text) ? '-second' : /\b(?:rest|remainder)\b/i.test(text) ? '-rest' : '';

const listKey = (product: string, tradeUsdBn: number | null): string | null => {
  const named = LISTS.find(([pattern]) => pattern.test(product));
  if (named !== undefined) return named[1];
  const amount = AMOUNT.exec(product)?.[1] ?? (tradeUsdBn === null ? undefined : String(tradeUsdBn));
  return amount === undefined ? null : `$${String(Number(amount))}bn${partOf(product)}`;
};

const keysOf = (product: string, tradeUsdBn: number | null): readonly ProductKey[] => {
  const list = listKey(product, tradeUsdBn);
  if (list !== null) return [{ key: list, scope: 'list' }];
  const sectors = sectorKeys(product);
  if (sectors.length > 0) return sectors.map((key) => ({ key, scope: 'sector' }));
  return [{ key: slug(product), scope: 'product' }];
};

const byText = memo((product: string) => keysOf(product, null));

/** The key of a member of a collection, as the facet that it has by itself. */
export const memberKey = (key: string): ProductKey => ({
  key,
  scope: key.startsWith('$') ? 'list' : 'sector',
});

/** The lists, sectors or products that a statement speaks of: "steel and aluminum" are two. */
export const productKeys = ({ product, tradeUsdBn }: TariffObservation): readonly ProductKey[] =>
  tradeUsdBn === null ? byText(product ?? '') : keysOf(product ?? '', tradeUsdBn);
