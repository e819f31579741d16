import { type Told } from './told';

const sameAmount = (a: Told, b: Told): boolean =>
  a.fields.tradeUsdBn !== null && a.fields.tradeUsdBn === b.fields.tradeUsdBn;
const sides = (a: Told, b: Told): boolean => a.fields.imposer === b.fields.imposer;

/** A headline sums up: where the body tells the same rate, the body is believed. */
const isSummary = (t: Told, all: readonly Told[]): boolean =>
  t.zone.sentence.headline &&
  all.some((b) => !b.zone.sentence.headline && sides(t, b) && b.fields.rate === t.fields.rate);

/** A duty without a rate whose rate the text tells elsewhere. */
const isTold = (t: Told, all: readonly Told[]): boolean => {
  if (t.fields.rate !== null) return false;
  const rates = all.filter((b) => b.fields.rate !== null && sides(t, b));
  if (t.fields.tradeUsdBn !== null) return rates.some((b) => sameAmount(t, b));
  if (t.fields.scope === 'product') return rates.some((b) => b.fields.product === t.fields.product);
  return rates.length > 0;
};

/** What the whole text lets stand of the readings of its parts. */
export const settle = (all: readonly Told[]): Told[] =>
  all.filter((t) => !isSummary(t, all) && !isTold(t, all));
