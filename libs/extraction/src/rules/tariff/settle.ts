import { words } from '../helpers';
import { asBygone } from './bygone';
import { type Told } from './reading';

/** A headline sums up: where the body tells the same rate, the body is believed. */
const isSummary = (t: Told, body: ReadonlySet<string>): boolean =>
  t.zone.sentence.headline && (t.fields.rate === null || body.has(`${t.fields.imposer} ${t.fields.rate}`));

const wordsOf = (product: string | null): string[] =>
  (product ?? '')
    .split(/[^a-z0-9$]+/)
    .filter((word) => word.length > 3 && !/^(?:goods|products|chinese|other)$/.test(word));

/** What is threatened, suspended or over is told by a rate that is so as well; what stands or is to come by any. */
const byStatus = (status: string): string =>
  /^(?:threatened|suspended|past)$/.test(status) ? ` ${status}` : '';

const keysOf = ({ fields }: Told): string[] => [
  ...(fields.status === 'threatened' ? [] : [fields.imposer]),
  `${fields.imposer} ${fields.status}`,
  ...wordsOf(fields.product).map((word) => `${fields.imposer} of ${word}`),
  `${fields.imposer} on ${fields.tradeUsdBn ?? ''}`,
];

/** "vowed yet more duties": none of those whose rate is told. */
const isMore = (zone: Told['zone'], status: string): boolean =>
  status === 'threatened' &&
  / (?:more|further|another) (?:\w+ )?$/.test(
    ` ${words(zone.doc, { from: zone.told.from - 3, to: zone.told.from })} `,
  );

/** "China is to trim tariffs": of a change, which the level that the text tells is not. */
const isCut = ({ doc, told, from }: Told['zone']): boolean =>
  / (?:cut|cuts|trim|lower|reduce|halve)s? (?:\w+ ){0,2}$/.test(` ${words(doc, { from, to: told.from })} `);

/** "a basket of farm products": of what another reading tells the goods. */
const vague = /\b(?:basket|range|number|series|variety|certain|some|selected|various|agricultural|farm)\b/;
const isSummed = (t: Told, all: readonly Told[]): boolean =>
  vague.test(t.fields.product ?? '') &&
  !/\d/.test(t.fields.product ?? '') &&
  all.some(
    ({ fields }) =>
      fields.imposer === t.fields.imposer &&
      fields.rate === t.fields.rate &&
      fields.status === t.fields.status &&
      fields.product !== null &&
      fields.tradeUsdBn === null &&
      !vague.test(fields.product),
  );

/** A duty without a rate whose rate the text tells elsewhere. */
const isTold = ({ zone, fields }: Told, rates: ReadonlySet<string>): boolean => {
  if (fields.rate !== null || isMore(zone, fields.status)) return false;
  if (fields.tradeUsdBn !== null) return rates.has(`${fields.imposer} on ${fields.tradeUsdBn}`);
  if (fields.product !== null)
    return wordsOf(fields.product).some((word) => rates.has(`${fields.imposer} of ${word}`));
  const status = isCut(zone) ? ` ${fields.status}` : byStatus(fields.status);
  return rates.has(fields.imposer + status);
};

/** Of two levels of one side in force, the smaller is a part of the greater: "145%, with the 20% imposed before". */
const asPart = (t: Told, highest: ReadonlyMap<string, number>): Told => {
  const { imposer, rate, rateFrom, basis, status } = t.fields;
  const top = highest.get(imposer) ?? 0;
  if (imposer !== 'US' || status !== 'in_effect' || basis !== 'cumulative_total' || rate === null) return t;
  return rate < top && rateFrom === null ? { ...t, fields: { ...t.fields, basis: 'additional' } } : t;
};

/** The highest level of each side that the text tells as in force. */
const highestOf = (all: readonly Told[]): ReadonlyMap<string, number> => {
  const highest = new Map<string, number>();
  for (const { fields } of all) {
    if (fields.scope !== 'all' || fields.status !== 'in_effect' || fields.rate === null) continue;
    highest.set(fields.imposer, Math.max(fields.rate, highest.get(fields.imposer) ?? 0));
  }
  return highest;
};

/** "Trump's 50% tariff threat": a headline on what the text tells of others. */
const isOfOthers = (t: Told, body: ReadonlySet<string>, foreign: ReadonlySet<number>): boolean =>
  t.zone.sentence.headline &&
  t.fields.rate !== null &&
  foreign.has(t.fields.rate) &&
  !body.has(`${t.fields.imposer} ${t.fields.rate}`);

/** What the whole text lets stand of the readings of its parts; `foreign`: rates that are laid on or by others. */
export const settle = (all: readonly Told[], foreign: ReadonlySet<number>): Told[] => {
  const body = new Set(
    all.filter((t) => !t.zone.sentence.headline).map((t) => `${t.fields.imposer} ${t.fields.rate ?? ''}`),
  );
  const rates = new Set(all.filter((t) => t.fields.rate !== null).flatMap(keysOf));
  const highest = highestOf(all);
  return all
    .filter(
      (t) => !isSummary(t, body) && !isOfOthers(t, body, foreign) && !isTold(t, rates) && !isSummed(t, all),
    )
    .map((t) => asBygone(asPart(t, highest), all));
};
