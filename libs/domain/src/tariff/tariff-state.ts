import { type Backing } from '../evidence/backing';
import { type TariffBasis } from '../shared/observation';
import { type Day, type Instant, type PartialDate } from '../shared/primitives';
import { type ReportedTotal, type SuspendedPart } from '../values';
import { type Slot, type TariffWord } from './word';

export interface Part {
  readonly slot: Slot;
  readonly rate: number;
  readonly since: Day | null;
  readonly until: PartialDate | null;
  /** It was put on for a term and ends with it, unless seen afterwards. */
  readonly lapsesOn: Day | null;
}

export interface Step {
  readonly word: TariffWord;
  readonly due: Day | null;
  readonly saidOn: Day;
  readonly firstSaid: Instant;
  readonly backing: Backing;
}

/** A rate that reports speak of and that did not prevail. */
export interface Rival {
  readonly rate: number;
  readonly saidOn: Day;
  readonly backing: Backing;
}

/** A rate that reports tell as once in force. */
export interface Once {
  readonly rate: number;
  readonly basis: TariffBasis;
  readonly saidOn: Day;
  readonly backing: Backing;
}

export interface TariffState {
  readonly rate: number | null;
  readonly since: Day | null;
  /** False while it only follows from an announcement. */
  readonly seen: boolean;
  readonly backing: Backing;
  readonly parts: readonly Part[];
  readonly steps: readonly Step[];
  readonly threats: readonly Step[];
  readonly suspended: readonly SuspendedPart[];
  readonly totals: readonly ReportedTotal[];
  readonly rivals: readonly Rival[];
  readonly past: readonly Once[];
}

export const NO_TARIFF: TariffState = {
  rate: null,
  since: null,
  seen: false,
  backing: [],
  parts: [],
  steps: [],
  threats: [],
  suspended: [],
  totals: [],
  rivals: [],
  past: [],
};

export const sumOf = (parts: readonly { readonly rate: number }[]): number =>
  Math.round(parts.reduce((sum, { rate }) => sum + rate, 0) * 100) / 100;
