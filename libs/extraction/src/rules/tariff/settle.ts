import { type Told } from './told';

/** A headline sums up: where the body tells the same rate, the body is believed. */
const isSummary = (t: Told, body: ReadonlySet<string>): boolean =>
  t.zone.sentence.headline &&
  (t.fields.rate === null || body.has(`${t.fields.imposer} ${t.fields.rate ?? ''}`));

const keysOf = ({ fields }: Told): string[] => [
  fields.imposer,
  `${fields.imposer} of ${fields.product ?? ''}`,
  `${fields.imposer} on ${fields.tradeUsdBn ?? ''}`,
];

/** A duty without a rate whose rate the text tells elsewhere. */
const isTold = ({ fields }: Told, rates: ReadonlySet<string>): boolean => {
  if (fields.rate !== null) return false;
  if (fields.tradeUsdBn !== null) return rates.has(`${fields.imposer} on ${fields.tradeUsdBn}`);
  if (fields.scope === 'product') return rates.has(`${fields.imposer} of ${fields.product ?? ''}`);
  return rates.has(fields.imposer);
};

/** What the whole text lets stand of the readings of its parts. */
export const settle = (all: readonly Told[]): Told[] => {
  const body = new Set(
    all.filter((t) => !t.zone.sentence.headline).map((t) => `${t.fields.imposer} ${t.fields.rate ?? ''}`),
  );
  const rates = new Set(all.filter((t) => t.fields.rate !== null).flatMap(keysOf));
  return all.filter((t) => !isSummary(t, body) && !isTold(t, rates));
};
