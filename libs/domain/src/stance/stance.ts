import { type Assertion } from '../evidence/assertion';
import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Entry, type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween } from '../shared/calendar';
import { type Tone } from '../shared/observation';
import { type Day, type Party } from '../shared/primitives';

interface StanceState {
  readonly tone: Tone | null;
  readonly since: Day | null;
  readonly lastSaidOn: Day | null;
  readonly backing: Backing;
  /** The tone that other reports of the same day heard. */
  readonly other: { readonly tone: Tone; readonly saidOn: Day; readonly backing: Backing } | null;
}

const NO_STANCE: StanceState = { tone: null, since: null, lastSaidOn: null, backing: [], other: null };

const entries = ({ observation, source }: Assertion): readonly Entry<Tone>[] =>
  observation.type === 'stance' ? [{ day: source.day, key: observation.tone, what: observation.tone }] : [];

const hear = (
  state: StanceState,
  day: Day,
  claims: readonly Claim<Tone>[],
  weighing: Weighing,
): StanceState => {
  const [first, second] = [...claims].sort(
    (a, b) => weightOf(weighing, b.backing) - weightOf(weighing, a.backing),
  );
  if (first === undefined) return state;
  const other = second === undefined ? null : { tone: second.what, saidOn: day, backing: second.backing };
  return state.tone === first.what
    ? { ...state, lastSaidOn: day, backing: merge(weighing, state.backing, first.backing), other }
    : { tone: first.what, since: day, lastSaidOn: day, backing: first.backing, other };
};

const step = (
  state: StanceState,
  day: Day,
  claims: readonly Claim<Tone>[],
  weighing: Weighing,
): StanceState => {
  const stale =
    state.lastSaidOn !== null && daysBetween(state.lastSaidOn, day) > weighing.policy.staleness.stanceDays;
  return hear(stale ? NO_STANCE : state, day, claims, weighing);
};

const read =
  (actor: Party) =>
  ({ tone, since, backing, other }: StanceState): ReadingParts | null =>
    tone === null || since === null
      ? null
      : {
          value: { type: 'stance', actor, tone, since },
          status: tone,
          backing,
          conflicts:
            other === null ? [] : [{ says: other.tone, backing: other.backing, saidOn: other.saidOn }],
        };

/** The tone of one side's words: the latest, until it is stale. */
export const stanceLogic = (actor: Party, policy: Policy): FacetLogic<Tone, StanceState> => ({
  start: NO_STANCE,
  entries,
  step: (state, { day, claims }, weighing) => step(state, day, claims, weighing),
  wake: ({ lastSaidOn }, day) => {
    const on = lastSaidOn === null ? null : addDays(lastSaidOn, policy.staleness.stanceDays + 1);
    return on !== null && on > day ? on : null;
  },
  read: read(actor),
});
