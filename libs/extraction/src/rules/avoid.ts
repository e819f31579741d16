/** Sentences that no rule may read anything from: other countries, other senses of the words, figures that are no rates. */
export const avoid: readonly string[] = [
  'Trump imposed a 35% tariff on Canada.',
  'The truce in Gaza held for a third day, mediators in Cairo said.',
  'Exports to the United States fell 34.5% in May, customs data showed.',
  'The European Union and Japan signed a trade deal in Brussels on Thursday.',
  'Shares of Apple rose 5% after talks with its suppliers in Shenzhen.',
  'Prime Minister Narendra Modi and Trump held a phone call on Monday.',
  'The South China Sea dispute will be discussed at the ASEAN summit.',
  'Canada will impose a 25 percent duty on American steel.',
  'The company pays 20% of its revenue in China to its suppliers.',
  'China beat the United States 3-2 in the final and will meet Japan on Sunday.',
];
