/** Nouns for what is traded. */
export const goodsNouns: ReadonlySet<string> = new Set(
  'goods products product articles commodities stuff parcels packages imports exports merchandise items shipments wares produce cargo exporters importers ones'.split(' '),
);
/** May stand between "Chinese" and "goods": "Chinese industrial and farm goods". */
export const goodsFillers: ReadonlySet<string> = new Set(
  'industrial consumer manufactured farm agricultural energy tech technology technological high value worth and other remaining all most some of made steel food luxury key certain many various the export import electronic'.split(' '),
);
