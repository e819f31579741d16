import { type Backing } from '../evidence/backing';
import { type Day, type PartialDate } from '../shared/primitives';
import { type ProductTariffValue } from '../values';
import { type ProductWord } from './word';

export interface ProductStep {
  readonly word: ProductWord;
  readonly due: Day | null;
  readonly saidOn: Day;
  readonly backing: Backing;
}

export interface ProductState {
  readonly status: ProductTariffValue['status'] | null;
  /** The upper end, where it is a range. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly tradeUsdBn: number | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** False while it only follows from an announcement. */
  readonly seen: boolean;
  readonly backing: Backing;
  readonly steps: readonly ProductStep[];
  readonly threats: readonly ProductStep[];
  readonly rival: { readonly rate: number; readonly saidOn: Day; readonly backing: Backing } | null;
}

export const NO_PRODUCT_TARIFF: ProductState = {
  status: null,
  rate: null,
  low: null,
  tradeUsdBn: null,
  since: null,
  until: null,
  seen: false,
  backing: [],
  steps: [],
  threats: [],
  rival: null,
};
