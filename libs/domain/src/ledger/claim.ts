import { type Assertion } from '../evidence/assertion';
import { firmestFirst, independent, pick, type Backing, type Weighing } from '../evidence/backing';
import { firstNot, inserted } from '../shared/sorted';
import { type Instant } from '../shared/primitives';

/** All statements that say the same of the same day: counted once, with what backs it. */
export interface Claim<W> {
  readonly key: string;
  readonly what: W;
  readonly backing: Backing;
  /** When it was first said. */
  readonly firstSaid: Instant;
}

/** A claim while statements come and go. */
export interface OpenClaim<W> extends Claim<W> {
  sorted: Assertion[];
  backing: Backing;
  firstSaid: Instant;
}

export const openClaim = <W>(key: string, what: W, first: Assertion): OpenClaim<W> => ({
  key,
  what,
  sorted: [first],
  backing: [first],
  firstSaid: first.source.publishedAt,
});

/** Adds a statement; true when what decides the claim is another now. */
export const support = <W>(weighing: Weighing, claim: OpenClaim<W>, one: Assertion): boolean => {
  const order = firmestFirst(weighing);
  const index = firstNot(claim.sorted, (other) => order(other, one) < 0);
  if (claim.sorted[index] === one) return false;
  claim.sorted = inserted(claim.sorted, index, one);
  const earlier = one.source.publishedAt < claim.firstSaid;
  if (earlier) claim.firstSaid = one.source.publishedAt;
  return extendBacking(weighing, claim, one) || earlier;
};

// What was passed over stays passed over unless the new one comes before one that was picked: then all is picked anew.
const extendBacking = <W>(weighing: Weighing, claim: OpenClaim<W>, one: Assertion): boolean => {
  const last = claim.backing.at(-1);
  if (last !== undefined && firmestFirst(weighing)(last, one) < 0) {
    const full = claim.backing.length >= weighing.policy.evidence.deciding;
    if (full || !claim.backing.every((other) => independent(weighing, other, one))) return false;
    claim.backing = [...claim.backing, one];
    return true;
  }
  return reconsider(weighing, claim);
};

/** Takes a statement out; true when what decides the claim is another now. */
export const withdraw = <W>(weighing: Weighing, claim: OpenClaim<W>, one: Assertion): boolean => {
  const index = claim.sorted.indexOf(one);
  if (index < 0) return false;
  claim.sorted.splice(index, 1);
  claim.firstSaid = claim.sorted.reduce(
    (first, { source }) => (source.publishedAt < first ? source.publishedAt : first),
    claim.sorted[0]?.source.publishedAt ?? '',
  );
  reconsider(weighing, claim);
  return true;
};

/** Picks anew what decides the claim; true when it is another now. */
export const reconsider = <W>(weighing: Weighing, claim: OpenClaim<W>): boolean => {
  const before = claim.backing;
  claim.backing = pick(weighing, claim.sorted);
  return before.length !== claim.backing.length || before.some((one, i) => one !== claim.backing[i]);
};
