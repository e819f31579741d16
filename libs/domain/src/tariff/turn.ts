import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type Day } from '../shared/primitives';
import { sameRate } from './classify';
import { type Rival, type TariffState } from './tariff-state';
import { type TariffWord } from './word';

export type TariffClaim = Claim<TariffWord>;

/** A day, what is claimed of it, and how claims are weighed. */
export interface Turn {
  readonly day: Day;
  readonly claims: readonly TariffClaim[];
  readonly weighing: Weighing;
}

export const acting = ({ claims }: Turn, act: TariffWord['act']): readonly TariffClaim[] =>
  claims.filter(({ what }) => what.act === act);

interface Told {
  readonly rate: number;
  readonly backing: Backing;
}

/** A rate that did not prevail: reports of it add up. */
export const addRival = (
  state: TariffState,
  { rate, backing }: Told,
  { day, weighing }: Turn,
): TariffState => {
  const found = state.rivals.find((rival) => sameRate(weighing.policy, rival.rate, rate));
  const rival: Rival = { rate, saidOn: day, backing: merge(weighing, found?.backing ?? [], backing) };
  const rivals = [...state.rivals.filter((other) => other !== found), rival].sort((a, b) => a.rate - b.rate);
  return { ...state, rivals };
};

const share = (state: TariffState, weighing: Weighing): number =>
  weighing.policy.conflict.overturnShare * weightOf(weighing, state.backing);

/** A mere sighting has to carry its share of the weight of what it contradicts: of what was only announced, little. */
export const outweighs = (state: TariffState, backing: Backing, turn: Turn): boolean =>
  state.seen
    ? weightOf(turn.weighing, backing) >= share(state, turn.weighing)
    : isBelievedChange(state, backing, turn);

/** A dated report of a change is news, not contradiction: one source that is not weak carries it. */
export const isBelievedChange = (state: TariffState, backing: Backing, { weighing }: Turn): boolean =>
  weightOf(weighing, backing) >= Math.min(share(state, weighing), weighing.policy.sources.weight.media);

/** The rate stands on more reports now. Gives the same state where they add nothing. */
export const confirm = (
  state: TariffState,
  { backing, seen }: { readonly backing: Backing; readonly seen: boolean },
  { weighing }: Turn,
): TariffState => {
  const merged = merge(weighing, state.backing, backing);
  return merged === state.backing && (state.seen || !seen)
    ? state
    : { ...state, backing: merged, seen: state.seen || seen };
};

/** Another rate stands from now on; `since` is null where nobody says from which day. */
export const replaceRate = (
  state: TariffState,
  { rate, backing, seen, since }: Told & { readonly seen: boolean; readonly since: Day | null },
  { weighing }: Turn,
): TariffState => ({
  ...state,
  rate,
  since,
  seen,
  backing,
  rivals: state.rivals.filter((rival) => !sameRate(weighing.policy, rival.rate, rate)),
});
