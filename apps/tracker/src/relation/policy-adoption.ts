import { isDeepStrictEqual } from 'node:util';
import { type Change, type Policy } from '@app/domain';
import { type EventStore } from '@app/event-store';
import { adoptionsIn } from '@app/relation-log';
import { type Origin } from './fact-to-record';
import { type Tracked } from './fold';

/** A policy to read under from now on, with who, why and when. */
export interface AdoptionToRecord {
  readonly policy: Policy;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly origin: Origin;
  /** Only find out what it would change. */
  readonly isRehearsal: boolean;
}

export type AdoptionOutcome = 'adopted' | 'would be adopted' | 'in force already' | 'version is taken';

/** What became of it, and what a reader sees change by it. */
export interface Adoption {
  readonly outcome: AdoptionOutcome;
  readonly changes: readonly Change[];
}

/** Can it be adopted? A version names one policy for good: values tell under which version they were read. */
export const outcomeOf = async (
  policy: Policy,
  { relation }: Tracked,
  store: EventStore,
): Promise<AdoptionOutcome> => {
  if (isDeepStrictEqual(policy, relation.policy)) return 'in force already';
  const earlier = (await adoptionsIn(store)).map((one) => one.policy);
  const isTaken = [...earlier, relation.policy].some(
    (other) => other.version === policy.version && !isDeepStrictEqual(other, policy),
  );
  return isTaken ? 'version is taken' : 'adopted';
};
