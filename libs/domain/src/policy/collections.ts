/** Names in the news that stand for several lists or sectors: members by the key of their facet. */
export const COLLECTIONS: Readonly<Record<string, readonly string[]>> = {
  // Section 301, USTR: lists 1 and 2; lists 1 to 3; lists 4A and 4B.
  $50bn: ['$34bn', '$16bn'],
  $250bn: ['$34bn', '$16bn', '$200bn'],
  $300bn: ['$120bn', '$160bn'],
  // China's answers to lists 1 to 3.
  $110bn: ['$34bn', '$16bn', '$60bn'],
  'farm-goods': [
    'soybeans',
    'sorghum',
    'pork',
    'beef',
    'seafood',
    'fruit',
    'vegetables',
    'dairy',
    'chicken',
    'wheat',
    'corn',
    'cotton',
  ],
  metals: ['steel', 'aluminium'],
};
