import { wordClass } from '../../word-class';

/** Words for a duty at the border. */
export const dutyNoun = wordClass(
  'tariff tariffs duty duties levy levies surcharge surcharges surtax tax taxes toll tolls charge charges impost imposts',
);
/** Words that stand for a duty once duties are spoken of. */
export const rateNoun = wordClass(
  'rate rates increase increases hike hikes baseline addition total sum penalty penalties',
);
/** Verbs by which a duty is laid on goods or borne by them, base forms. */
export const chargeVerbs: ReadonlySet<string> = new Set(
  'impose levy charge tax slap put place hit collect pay carry face bear apply set add target subject announce threaten clobber whack wallop smack tack pile heap stick clap assess attract incur owe shoulder raise lift increase cut lower reduce keep take have'.split(
    ' ',
  ),
);
/** What a side does to its own duties: the subject of these is the imposer of a duty told without a rate. */
export const actVerbs: ReadonlySet<string> = new Set([
  ...chargeVerbs,
  ...'slash trim axe suspend pause delay postpone shelve spare drop scrap halve double hike retaliate respond answer retort reply counter match lift remove end repeal exempt waive extend freeze ease consider plan order'.split(
    ' ',
  ),
]);
/** Verbs whose subject bears the duty: "China faces a 60% tariff". */
export const bearVerbs: ReadonlySet<string> = new Set([
  'pay',
  'face',
  'bear',
  'carry',
  'suffer',
  'escape',
  'attract',
  'incur',
  'owe',
  'shoulder',
]);

/** "Each side", "both countries", "in either direction": said of the two at once. */
export const eachOther =
  / (?:each (?:way|other|other 's|others '|others|direction)|the other 's|either (?:way|direction)|both (?:ways|directions)|in (?:each|either) direction|and as (?:many|much) of) /;
export const mutual =
  / (?:(?:will|would|to|shall) each|each (?:cut|lower(?:ed)?|reduced?|raised?|suspend(?:ed)?|keep|kept|retain(?:ed)?|slash(?:ed)?)|each (?:side|way|country|other|capital|direction)|on both sides|both (?:sides|parties|countries|governments|nations|washington|beijing|the us|the united)|either (?:way|direction|side)|(?:the )?two (?:sides|countries|governments|economies|nations|powers)) /;
/** Duties of the United States on everybody. */
export const worldwide =
  / (?:(?:all|every|most|other|many|\d+|nearly all|dozens of|around) (?:other )?(?:countries|country|economies|nations|trading partners)|(?:all|every|nearly all|almost all) (?:of )?(?:its |his |the )?(?:us |american )?(?:trading partners|imports)|trading partners|worldwide|global|around the world|from abroad|baseline|imported(?! from| us| american| chinese)) /;

/** Laws that only the United States has, and the names of its duties. */
export const usLaw =
  / (?:section (?:301|232|122|201)|lists? [1-4] ?[ab]?|ieepa|international emergency economic powers act|fentanyl|reciprocal(?: \w+)? (?:tariffs?|dut(?:y|ies)|lev(?:y|ies))|emergency (?:tariffs|duties)) /;

/** "List 3 is in force at 10 percent": the lists of goods by which America lays its duties on China. */
export const ustrList =
  / (?:(?:lists?|tranches?) (?:\d|one|two|three|four) ?[ab]? |(?:product|tariff) (?:lines|codes|headings) |lists? of (?:its own|goods|products|chinese|american|us))/;

/** A duty of the United States on one sector. */
export const sectors =
  /\b(?:steel|alumin(?:i)?um|metals?|copper|cars?|autos?|automobiles?|vehicles|trucks?|washing machines?|washers|solar panels?|timber|lumber|furniture|cabinets|drugs?|pharmaceuticals?|medicines?|semiconductors|chips)\b/;

export const amountOf = (billions: number): string =>
  billions >= 1 ? `$${billions} billion` : `$${Math.round(billions * 1000)} million`;
