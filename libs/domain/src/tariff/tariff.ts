import { idsOf } from '../evidence/backing';
import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Party } from '../shared/primitives';
import { type TariffStep, type TariffValue } from '../values';
import { stepTariff, wakeTariff } from './step-tariff';
import { NO_TARIFF, type Step, type TariffState } from './tariff-state';
import { tariffEntries, type TariffWord } from './word';
import { type Policy } from '../policy/policy.types';

const toStep = ({ word, saidOn }: Step): TariffStep => ({
  rate: word.rate,
  rateFrom: word.from,
  basis: word.basis,
  authority: word.slot === 'unnamed' ? null : word.slot,
  effective: word.effective,
  saidOn,
});

const valueOf = (imposer: Party, state: TariffState): TariffValue => ({
  type: 'tariff',
  imposer,
  rate: state.rate,
  since: state.since,
  parts: state.parts.map(({ slot, rate, since, until }) => ({ authority: slot, rate, since, until })),
  suspended: state.suspended,
  announced: state.steps.map(toStep),
  threatened: state.threats.map(toStep),
  totals: state.totals,
  past: state.past.map(({ rate, basis, saidOn, backing }) => ({
    rate,
    basis,
    saidOn,
    because: idsOf(backing),
  })),
});

const read =
  (imposer: Party) =>
  (state: TariffState): ReadingParts | null =>
    state === NO_TARIFF
      ? null
      : {
          value: valueOf(imposer, state),
          status: state.rate === null ? 'none' : String(state.rate),
          backing:
            state.rate === null
              ? ((state.steps[0] ?? state.threats[0] ?? state.past[0])?.backing ?? [])
              : state.backing,
          conflicts: state.rivals.map(({ rate, backing, saidOn }) => ({
            says: `${rate} percent`,
            backing,
            saidOn,
          })),
          ...(state.rate !== null && !state.seen ? { standing: 'unconfirmed' as const } : {}),
        };

/** The additional rate that one side puts on all goods of the other. */
export const tariffLogic = (imposer: Party, policy: Policy): FacetLogic<TariffWord, TariffState> => ({
  start: NO_TARIFF,
  entries: tariffEntries,
  step: stepTariff,
  wake: (state, day) => wakeTariff(state, day, policy),
  read: read(imposer),
});
