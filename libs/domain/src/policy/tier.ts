import { memo } from '../shared/memo';
import { type Policy, type Tier } from './policy.types';

/** The form of a publisher in which two of the same are equal: lower case, no scheme, no `www.`, no path. */
export const outletOf = memo((publisher) =>
  publisher
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, ''),
);

/** `edition.cnn.com`, `cnn.com`: the host and its parents, longest first. A name with blanks has no parents. */
const hosts = (outlet: string): readonly string[] => {
  if (outlet.includes(' ')) return [outlet];
  const labels = outlet.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
};

export const tierOfOutlet = (policy: Policy, outlet: string): Tier => {
  const { publishers, endings, otherwise } = policy.sources;
  for (const host of [outlet, ...hosts(outlet)]) {
    const tier = Object.hasOwn(publishers, host) ? publishers[host] : undefined;
    if (tier !== undefined) return tier;
  }
  return endings.find(({ endsWith }) => outlet.endsWith(endsWith))?.tier ?? otherwise;
};
