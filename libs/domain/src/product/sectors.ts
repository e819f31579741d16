/** A sector or product that tariffs go by in the news. */
export interface Sector {
  readonly key: string;
  /** Its names, in the singular and in lower case. */
  readonly names: readonly string[];
  /** Words before the name that make another thing of it: wood chips, toy cars. */
  readonly not?: readonly string[];
}

const NO_VEHICLE = [
  'toy',
  'model',
  'miniature',
  'rail',
  'railway',
  'cable',
  'tram',
  'golf',
  'hand',
  'food',
  'die cast',
];
const NO_CHIP = [
  'wood',
  'bark',
  'potato',
  'corn',
  'tortilla',
  'plantain',
  'banana',
  'chocolate',
  'poker',
  'casino',
  'paint',
];

export const SECTORS: readonly Sector[] = [
  {
    key: 'ev-batteries',
    names: ['ev battery', 'vehicle battery', 'battery'],
    not: ['alkaline', 'acid', 'zinc', 'ev'],
  },
  { key: 'electric-vehicles', names: ['electric vehicle', 'electric car', 'ev'] },
  { key: 'enteral-syringes', names: ['enteral syringe'] },
  { key: 'syringes-and-needles', names: ['syringe'] },
  {
    key: 'car-parts',
    names: ['car part', 'auto part', 'automotive part', 'automobile part', 'vehicle part'],
  },
  { key: 'advanced-chips', names: ['advanced chip'] },
  { key: 'semiconductors', names: ['semiconductor', 'semiconductor chip', 'chip'], not: NO_CHIP },
  { key: 'solar-cells', names: ['solar cell'] },
  { key: 'solar-panels', names: ['solar panel'] },
  {
    key: 'washing-machines',
    names: ['washing machine', 'washer'],
    not: ['pressure', 'metal', 'spring', 'rubber'],
  },
  { key: 'steel', names: ['steel'] },
  { key: 'aluminium', names: ['aluminium', 'aluminum'] },
  { key: 'copper-goods', names: ['copper'] },
  { key: 'crude-oil', names: ['crude oil'] },
  { key: 'farm-machinery', names: ['farm machinery', 'agricultural machinery'] },
  { key: 'large-cars', names: ['large car', 'large engine car'] },
  { key: 'pickups', names: ['pickup truck', 'pickup'] },
  { key: 'cars', names: ['car', 'auto', 'automobile'], not: NO_VEHICLE },
  { key: 'trucks', names: ['truck'], not: NO_VEHICLE },
  { key: 'buses', names: ['bus'], not: NO_VEHICLE },
  { key: 'timber', names: ['timber', 'lumber'] },
  { key: 'furniture', names: ['furniture'], not: ['steel', 'metal', 'plastic', 'garden', 'outdoor', 'toy'] },
  { key: 'cabinets', names: ['cabinet'], not: ['filing', 'file', 'display', 'network', 'metal', 'steel'] },
  { key: 'critical-minerals', names: ['critical mineral'] },
  { key: 'permanent-magnets', names: ['permanent magnet'] },
  { key: 'graphite', names: ['graphite'], not: ['synthetic', 'artificial'] },
  { key: 'ship-to-shore-cranes', names: ['ship to shore crane', 'shipping crane', 'port crane'] },
  { key: 'facemasks', names: ['facemask', 'face mask'] },
  { key: 'rubber-gloves', names: ['rubber glove'] },
  { key: 'coal', names: ['coal'] },
  { key: 'lng', names: ['liquefied natural gas', 'lng'] },
  { key: 'small-parcels', names: ['small parcel', 'de minimis'] },
  { key: 'patented-drugs', names: ['patented drug', 'pharmaceutical'] },
  { key: 'farm-goods', names: ['farm', 'agricultural', 'farm produce', 'agricultural produce'] },
  { key: 'soybeans', names: ['soybean', 'soya bean'] },
  { key: 'sorghum', names: ['sorghum'] },
  { key: 'pork', names: ['pork'] },
  { key: 'beef', names: ['beef'] },
  { key: 'seafood', names: ['seafood'] },
  { key: 'fruit', names: ['fruit'] },
  { key: 'vegetables', names: ['vegetable'] },
  { key: 'dairy', names: ['dairy'] },
  { key: 'chicken', names: ['chicken'] },
  { key: 'wheat', names: ['wheat'] },
  { key: 'corn', names: ['corn'], not: ['baby', 'candy', 'pop'] },
  { key: 'cotton', names: ['cotton'] },
];

/** Names of several words with an "and" or a "for" in them: told apart before the text is taken apart. */
export const WHOLE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bsteel and alumini?um products\b/gi, 'steel-and-aluminium-products'],
  [/\b(?:other |non-ev )lithium-ion batteries[^,]*/gi, 'other-lithium-ion-batteries'],
  [/\blithium-ion batteries other than for electric cars\b/gi, 'other-lithium-ion-batteries'],
  [/\blithium-ion batteries for electric (?:vehicles|cars)(?: and (?:their )?parts)?\b/gi, 'ev-batteries'],
  [/\blithium-ion batteries\b/gi, 'other-lithium-ion-batteries'],
  [/\b(?:parts for|parts of) (?:cars|autos|automobiles|vehicles)\b/gi, 'car-parts'],
  [/\bsyringes and needles\b/gi, 'syringes-and-needles'],
  [/\bsolar cells and modules\b/gi, 'solar-cells'],
  [/\bfacemasks and respirators\b/gi, 'facemasks'],
];

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that say nothing of their own after a name: steel products, soybean imports. */
export const GENERIC: ReadonlySet<string> = words(`
  product good import export shipment purchase article output produce production sector industry derivative material meat crop
  tariff duty levy sale trade`);

/** Names of what is told of by its use alone: no thing by themselves, only before a generic noun. */
export const BEFORE_GENERIC: ReadonlySet<string> = words('farm agricultural');

/** Words after which the name of a thing is over. */
export const AFTER_NAME: ReadonlySet<string> = words(`
  for of from in into to with on at by under over within worth than that which who when while as but not also only alone now out up
  back down again too likewise besides rather both more made used bought sold imported exported shipped subject originating arriving
  entering coming containing based is are was were be been has have had will would may might must can could do does did take takes took
  face faces faced follow follows followed remain remains rise rises rose go goes went come comes came enter enters fall falls fell get
  gets got hit hits begin begins began start starts end ends pay pays stay stays see sees due effective its their his her this these
  those a an the`);

/** What stands before one of these is the thing; what follows, what it is for. */
export const SERVING: ReadonlySet<string> = words('for with used in from by');

/** After one of these, bare "parts" are those of cars. */
export const VEHICLES: ReadonlySet<string> = words('cars large-cars trucks pickups buses electric-vehicles');
