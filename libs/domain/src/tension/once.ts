import { type Policy } from '../policy/policy.types';
import { daysBetween } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Happening } from './happening';
import weights from './weights.json';

// What is told of several goods, or of a list and of the lists within it, happened once.

const PRODUCT = /^(tariff\/[^/]+)\/(.+)$/;

const isLike = (a: Happening, b: Happening): boolean =>
  a.kind === b.kind &&
  Math.sign(a.easing) === Math.sign(b.easing) &&
  Math.abs(daysBetween(a.day, b.day)) <= weights.latelyDays;

/** Is it told of a collection, and of a member of it by itself? */
const isOfMembers =
  (byFacet: ReadonlyMap<string, readonly Happening[]>, { tariffs }: Policy) =>
  (one: Happening): boolean => {
    const [, imposer, key = ''] = PRODUCT.exec(one.facet) ?? [];
    const members = tariffs.collections[key] ?? [];
    return members.some((member) =>
      (byFacet.get(`${imposer ?? ''}/${member}`) ?? []).some((other) => isLike(one, other)),
    );
  };

/** One sentence on several goods: the same step of the same day, resting on the same words. */
const sentenceOf = ({ day, what, because }: Happening): string => [day, what, ...because].join('|');

const byFacetAndDay = (a: Happening, b: Happening): number =>
  compareText(a.facet, b.facet) || compareText(a.day, b.day) || compareText(a.what, b.what);

/** Leaves out what is told twice; the rest in an order that is always the same. */
export const once = (happenings: readonly Happening[], policy: Policy): readonly Happening[] => {
  const byFacet = new Map<string, Happening[]>();
  for (const one of happenings) byFacet.set(one.facet, [...(byFacet.get(one.facet) ?? []), one]);
  const isTwice = isOfMembers(byFacet, policy);
  const sentences = new Set<string>();
  return [...happenings].sort(byFacetAndDay).filter((one) => {
    if (!PRODUCT.test(one.facet)) return true;
    const sentence = sentenceOf(one);
    if (isTwice(one) || sentences.has(sentence)) return false;
    sentences.add(sentence);
    return true;
  });
};
