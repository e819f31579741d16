/** Words whose dot ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  'mr mrs ms dr st gen sen rep gov lt col sgt rev hon prof jr sr inc corp co ltd llc vs no nos fig est approx dept jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);

/** After "U.S." and the like a sentence ends only where one of these begins the next. */
export const starters: ReadonlySet<string> = new Set(
  'the a an it he she they we this that these those in on at but and however meanwhile since after before while if when as both for its his their there such under according last earlier separately still yet no some many most china beijing trump xi'.split(
    ' ',
  ),
);

/** Lines that are the page's, not the story's: the whole sentence matches. Anchored and without nested quantifiers. */
export const boilerplate: readonly RegExp[] = [
  /^(?:read (?:also|more|next)|also read|related|more ?:|see also|watch ?:|sign up|subscribe|advertisement|follow us|click here|photo ?:|image ?:|file photo|listen|share this|recommended|most read|editor's note|this story|copyright|©|all rights reserved)/i,
  /^(?:written|reporting|reported|edited|editing|additional reporting|compiled|produced) by\b/i,
  /^by [A-Z][a-z'-]+ [A-Z]/,
  /\((?:photo|image|credit|file|getty|reuters file)[^()]{0,80}\)\.?$/i,
];
