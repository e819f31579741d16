import { type TariffObservation } from '../shared/observation';
import { memo } from '../shared/memo';
import { slug } from '../shared/subject';

export interface ProductKey {
  readonly key: string;
  readonly scope: 'sector' | 'list' | 'product';
}

// Names under which one list or sector goes in the news; the longer phrase first, for what it takes is taken out.
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/\blists? 1 (?:to|through|-) 3\b/i, '$250bn'],
  [/\blist 1\b/i, '$34bn'],
  [/\blist 2\b/i, '$16bn'],
  [/\blist 3\b/i, '$200bn'],
  [/\blist 4a\b/i, '$120bn'],
  [/\blist 4b\b/i, '$160bn'],
  [/\b128 (?:us |american )?products\b/i, '128-products'],
];

const SECTORS: readonly (readonly [RegExp, string])[] = [
  [/\bsteel and alumini?um products\b/i, 'steel-and-aluminium-products'],
  [/\b(?:other |non-ev )lithium-ion batteries[^,]*/i, 'other-lithium-ion-batteries'],
  [/\blithium-ion batteries other than for electric cars\b/i, 'other-lithium-ion-batteries'],
  [/\blithium-ion batteries for electric (?:vehicles|cars)(?: and (?:their )?parts)?\b/i, 'ev-batteries'],
  [/\b(?:ev|vehicle) batteries\b/i, 'ev-batteries'],
  [/\blithium-ion batteries\b/i, 'other-lithium-ion-batteries'],
  [/\bbatteries\b/i, 'ev-batteries'],
  [/\belectric (?:vehicles|cars)\b|\bevs\b/i, 'electric-vehicles'],
  [/\benteral syringes\b/i, 'enteral-syringes'],
  [/\bsyringes(?: and needles)?\b/i, 'syringes-and-needles'],
  [/\b(?:car|auto|vehicle) parts\b|\b(?:their )?parts\b/i, 'car-parts'],
  [/\badvanced chips\b/i, 'advanced-chips'],
  [/\bsemiconductors?\b|\bchips\b/i, 'semiconductors'],
  [/\bsolar cells(?: and modules)?\b/i, 'solar-cells'],
  [/\bsolar panels\b/i, 'solar-panels'],
  [/\bwashing machines|\bwashers\b/i, 'washing-machines'],
  [/\bsteel\b/i, 'steel'],
  [/\balumini?um\b/i, 'aluminium'],
  [/\b(?:semi-finished )?copper(?: goods)?\b/i, 'copper-goods'],
  [/\bcrude oil\b/i, 'crude-oil'],
  [/\bfarm machinery\b/i, 'farm-machinery'],
  [/\blarge cars\b/i, 'large-cars'],
  [/\bpickups?(?: trucks)?\b/i, 'pickups'],
  [/\bcars\b|\bautos\b|\bautomobiles\b/i, 'cars'],
  [/\btrucks\b/i, 'trucks'],
  [/\bbuses\b/i, 'buses'],
  [/\btimber\b|\blumber\b/i, 'timber'],
  [/\bupholstered furniture\b|\bfurniture\b/i, 'furniture'],
  [/\bkitchen cabinets\b|\bcabinets\b/i, 'cabinets'],
  [/\bcritical minerals\b/i, 'critical-minerals'],
  [/\bpermanent magnets\b/i, 'permanent-magnets'],
  [/\bnatural graphite\b|\bgraphite\b/i, 'graphite'],
  [/\b(?:ship-to-shore|shipping) cranes\b/i, 'ship-to-shore-cranes'],
  [/\bfacemasks?(?: and respirators)?\b/i, 'facemasks'],
  [/\brubber gloves\b/i, 'rubber-gloves'],
  [/\bcoal\b/i, 'coal'],
  [/\bliquefied natural gas\b|\blng\b/i, 'lng'],
  [/\bsmall parcels\b|\bde minimis\b/i, 'small-parcels'],
  [/\bpatented drugs\b|\bpharmaceuticals\b/i, 'patented-drugs'],
  [/\b(?:farm|agricultural) (?:goods|products|produce|exports|imports)\b/i, 'farm-goods'],
  [/\bsoybeans\b/i, 'soybeans'],
  [/\bsorghum\b/i, 'sorghum'],
  [/\bpork\b/i, 'pork'],
  [/\bbeef\b/i, 'beef'],
  [/\bseafood\b/i, 'seafood'],
  [/\bfruit\b/i, 'fruit'],
  [/\bvegetables\b/i, 'vegetables'],
  [/\bdairy(?: products)?\b/i, 'dairy'],
  [/\bchicken\b/i, 'chicken'],
  [/\bwheat\b/i, 'wheat'],
  [/\bcorn\b/i, 'corn'],
  [/\bcotton\b/i, 'cotton'],
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

const sectorKeys = (product: string): readonly string[] => {
  let rest = product;
  const keys: string[] = [];
  for (const [pattern, key] of SECTORS) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, ' ');
    keys.push(key);
  }
  return [...new Set(keys)];
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
