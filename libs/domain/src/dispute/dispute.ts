import { type Assertion } from '../evidence/assertion';
import { merge, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Entry, type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween } from '../shared/calendar';
import { otherParty, type Day, type Party } from '../shared/primitives';

interface Word {
  readonly about: string;
}

interface DisputeState {
  readonly about: string;
  readonly since: Day | null;
  readonly lastSaidOn: Day | null;
  readonly backing: Backing;
}

const NO_DISPUTE: DisputeState = { about: '', since: null, lastSaidOn: null, backing: [] };

const entries = ({ observation, source }: Assertion): readonly Entry<Word>[] =>
  observation.type === 'dispute'
    ? [{ day: source.day, key: 'said', what: { about: observation.about } }]
    : [];

const step = (
  state: DisputeState,
  day: Day,
  claims: readonly Claim<Word>[],
  weighing: Weighing,
): DisputeState => {
  const { disputeDays } = weighing.policy.staleness;
  const over = state.lastSaidOn !== null && daysBetween(state.lastSaidOn, day) > disputeDays;
  const before = over ? NO_DISPUTE : state;
  const claim = claims[0];
  if (claim === undefined) return before;
  return {
    about: before.about === '' ? claim.what.about : before.about,
    since: before.since ?? day,
    lastSaidOn: day,
    backing: merge(weighing, before.backing, claim.backing),
  };
};

const read =
  (claimant: Party) =>
  ({ about, since, lastSaidOn, backing }: DisputeState): ReadingParts | null =>
    since === null || lastSaidOn === null
      ? null
      : {
          value: { type: 'dispute', claimant, denier: otherParty(claimant), about, since, lastSaidOn },
          status: 'disputed',
          standing: 'disputed',
          backing,
          conflicts: [],
        };

/** What one side asserts and the other denies. */
export const disputeLogic = (claimant: Party, policy: Policy): FacetLogic<Word, DisputeState> => ({
  start: NO_DISPUTE,
  entries,
  step: (state, { day, claims }, weighing) => step(state, day, claims, weighing),
  wake: ({ lastSaidOn }, day) => {
    const on = lastSaidOn === null ? null : addDays(lastSaidOn, policy.staleness.disputeDays + 1);
    return on !== null && on > day ? on : null;
  },
  read: read(claimant),
});
