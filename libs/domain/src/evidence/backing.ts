import { type Policy, type Tier } from '../policy/policy.types';
import { compareText } from '../shared/equal';
import { type Standing } from '../values';
import { type Assertion, type Source } from './assertion';

/** The statements that decide a value: pairwise independent, the firmest first, at most `policy.evidence.deciding`. */
export type Backing = readonly Assertion[];

/** How evidence is weighed: the policy, and which texts are one text. */
export interface Weighing {
  readonly policy: Policy;
  /** Equal for near-duplicates. */
  readonly clusterOf: (source: Source) => number;
}

const TIER_ORDER: Readonly<Record<Tier, number>> = {
  operator: 0,
  official: 1,
  agency: 2,
  media: 3,
  unknown: 4,
};

const tierOf = ({ policy }: Weighing, { source, observation }: Assertion): Tier =>
  observation.confidence < policy.evidence.leastConfidence && source.tier !== 'operator'
    ? 'unknown'
    : source.tier;

/** The firmest first; among equals the earliest. A total order, so that nothing depends on arrival. */
export const firmestFirst =
  (weighing: Weighing) =>
  (a: Assertion, b: Assertion): number =>
    TIER_ORDER[tierOf(weighing, a)] - TIER_ORDER[tierOf(weighing, b)] ||
    compareText(a.source.publishedAt, b.source.publishedAt) ||
    compareText(a.id, b.id);

/** Two sources are independent when neither the publisher nor the text is the same. */
export const independent = ({ clusterOf }: Weighing, a: Assertion, b: Assertion): boolean =>
  a.source.outlet !== b.source.outlet && clusterOf(a.source) !== clusterOf(b.source);

/** Picks from statements sorted firmest first. */
export const pick = (weighing: Weighing, sorted: readonly Assertion[]): Backing => {
  const picked: Assertion[] = [];
  for (const candidate of sorted) {
    if (picked.every((one) => independent(weighing, one, candidate))) picked.push(candidate);
    if (picked.length === weighing.policy.evidence.deciding) break;
  }
  return picked;
};

const sameItems = (a: Backing, b: Backing): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

// What is full is not moved by what comes after its last.
const isSettled = (weighing: Weighing, a: Backing, b: Backing): boolean => {
  const last = a.at(-1);
  if (last === undefined || a.length < weighing.policy.evidence.deciding) return false;
  const order = firmestFirst(weighing);
  return b.every((one) => order(last, one) <= 0);
};

/** What decides when both speak for the same value. Gives `a` itself when `b` adds nothing. */
export const merge = (weighing: Weighing, a: Backing, b: Backing): Backing => {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  if (isSettled(weighing, a, b)) return a;
  const union = [...new Set([...a, ...b])].sort(firmestFirst(weighing));
  const merged = pick(weighing, union);
  return sameItems(merged, a) ? a : merged;
};

export const weightOf = (weighing: Weighing, backing: Backing): number =>
  backing.reduce((sum, one) => sum + weighing.policy.sources.weight[tierOf(weighing, one)], 0);

/** How firm a value with this backing is, before conflicts are looked at. */
export const standingOf = (weighing: Weighing, backing: Backing): Standing => {
  if (backing.some((one) => ['operator', 'official'].includes(tierOf(weighing, one)))) return 'official';
  return backing.length >= weighing.policy.evidence.corroborated ? 'corroborated' : 'reported';
};

/** 1 - the chance that all independent sources err, each trusted as far as its tier and the reading of it. */
export const confidenceOf = (weighing: Weighing, backing: Backing): number => {
  const { trust } = weighing.policy.sources;
  const doubt = backing.reduce(
    (product, one) => product * (1 - trust[tierOf(weighing, one)] * one.observation.confidence),
    1,
  );
  return Math.round((1 - doubt) * 1000) / 1000;
};

export const idsOf = (backing: Backing): readonly string[] => backing.map(({ id }) => id);
