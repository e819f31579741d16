import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, firstAfter } from '../shared/calendar';
import { type Day, type Party } from '../shared/primitives';
import { type ProductTariffValue, type TariffStep } from '../values';
import { type ProductKey } from './product-key';
import { lapsesOn, runsOutOn } from './note-steps';
import { NO_PRODUCT_TARIFF, type ProductState, type ProductStep } from './product-state';
import { stepProduct } from './step-product';
import { productEntries, type ProductWord } from './word';

const toStep = ({ word, saidOn }: ProductStep): TariffStep => ({
  rate: word.rate,
  rateFrom: word.from,
  basis: word.basis,
  authority: word.authority,
  effective: word.effective,
  saidOn,
});

const headline = ({ status, steps, threats }: ProductState): ProductTariffValue['status'] | null => {
  if (status !== null) return status;
  if (steps.length > 0) return 'announced';
  return threats.length > 0 ? 'threatened' : null;
};

const valueOf = (
  imposer: Party,
  { key, scope }: ProductKey,
  state: ProductState,
  status: ProductTariffValue['status'],
): ProductTariffValue => ({
  type: 'product_tariff',
  imposer,
  product: key,
  scope,
  status,
  rate: state.status === null ? (aheadOf(state)?.word.rate ?? null) : state.rate,
  lowRate: state.low,
  tradeUsdBn: state.tradeUsdBn,
  since: state.since,
  until: state.until,
  announced: state.steps.map(toStep),
  threatened: state.threats.map(toStep),
});

const aheadOf = ({ steps, threats }: ProductState): ProductStep | undefined => steps[0] ?? threats[0];

const read =
  (imposer: Party, product: ProductKey) =>
  (state: ProductState): ReadingParts | null => {
    const status = headline(state);
    if (status === null) return null;
    const { rival } = state;
    return {
      value: valueOf(imposer, product, state, status),
      status,
      backing: state.status === null ? (aheadOf(state)?.backing ?? []) : state.backing,
      conflicts:
        rival === null
          ? []
          : [{ says: `${rival.rate} percent`, backing: rival.backing, saidOn: rival.saidOn }],
      ...(state.status !== null && !state.seen ? { standing: 'unconfirmed' as const } : {}),
    };
  };

const wake = (state: ProductState, day: Day, { staleness }: Policy): Day | null => {
  const { steps, threats } = state;
  const stale = ({ saidOn }: ProductStep): Day => addDays(saidOn, staleness.threatDays + 1);
  return firstAfter(
    [
      ...steps.map((step) => step.due ?? stale(step)),
      ...threats.map(stale),
      lapsesOn(state),
      runsOutOn(state),
    ],
    day,
  );
};

/** The rate that one side puts on a list, a sector or a product. */
export const productTariffLogic = (
  imposer: Party,
  product: ProductKey,
  policy: Policy,
): FacetLogic<ProductWord, ProductState> => ({
  start: NO_PRODUCT_TARIFF,
  entries: productEntries(product.key),
  step: stepProduct,
  wake: (state, day) => wake(state, day, policy),
  read: read(imposer, product),
});
