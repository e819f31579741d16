import {
  type MeasureKind,
  type MeasureStatus,
  type MeetingKind,
  type TariffAuthority,
  type TariffBasis,
  type Tone,
} from './shared/observation';
import { type Day, type PartialDate, type Party } from './shared/primitives';

// What each facet reads on a day. Plain JSON: what is published, stored and shown is this and nothing else.

/** How firm a value is. `unconfirmed`: it should be so by an earlier report, but none has said yet that it is. */
export type Standing = 'reported' | 'corroborated' | 'official' | 'conflicting' | 'disputed' | 'unconfirmed';

export interface TariffPart {
  readonly authority: TariffAuthority | 'unnamed';
  readonly rate: number;
  readonly since: Day | null;
  readonly until: PartialDate | null;
}
export interface TariffStep {
  readonly rate: number | null;
  readonly rateFrom: number | null;
  readonly basis: TariffBasis;
  readonly authority: TariffAuthority | null;
  readonly effective: PartialDate | null;
  readonly saidOn: Day;
}
export interface SuspendedPart {
  readonly rate: number | null;
  readonly authority: TariffAuthority | null;
  readonly until: PartialDate | null;
  readonly since: Day;
}
/** A total or average that takes in more than this side's added rate, kept apart by what it counts. */
export interface ReportedTotal {
  readonly basis: TariffBasis;
  readonly rate: number;
  readonly saidOn: Day;
}
/** A rate told as once in force, by reports that do not say that it is. */
export interface PastRate {
  readonly rate: number;
  readonly basis: TariffBasis;
  /** On which day it was last told. */
  readonly saidOn: Day;
  readonly because: readonly string[];
}
/** `tariff/US`, `tariff/CN`: the additional rate on all goods of the other side since January 2025. */
export interface TariffValue {
  readonly type: 'tariff';
  readonly imposer: Party;
  /** Percent; null while nothing was ever put on all goods. */
  readonly rate: number | null;
  readonly since: Day | null;
  readonly parts: readonly TariffPart[];
  readonly suspended: readonly SuspendedPart[];
  readonly announced: readonly TariffStep[];
  readonly threatened: readonly TariffStep[];
  readonly totals: readonly ReportedTotal[];
  readonly past: readonly PastRate[];
}

/** `tariff/US/steel`, `tariff/CN/$60bn`: a sector, a list or a product. */
export interface ProductTariffValue {
  readonly type: 'product_tariff';
  readonly imposer: Party;
  readonly product: string;
  readonly scope: 'sector' | 'list' | 'product';
  readonly status: 'in_effect' | 'announced' | 'threatened' | 'suspended' | 'past';
  /** Percent: the upper end of a range; null where no number was given. */
  readonly rate: number | null;
  readonly lowRate: number | null;
  readonly tradeUsdBn: number | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly announced: readonly TariffStep[];
  readonly threatened: readonly TariffStep[];
}

export type TruceStatus =
  'none' | 'proposed' | 'agreed' | 'in_force' | 'extended' | 'strained' | 'collapsed' | 'expired';
export interface Truce {
  readonly name: string | null;
  readonly otherNames: readonly string[];
  readonly status: TruceStatus;
  readonly agreedOn: PartialDate | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly extensions: readonly { readonly on: Day; readonly until: PartialDate | null }[];
  readonly accusations: readonly { readonly by: Party; readonly on: Day }[];
  readonly endedOn: Day | null;
}
/** `truce`: the one that counts today, proposals and frameworks beside it, and the last one before it that ended. */
export interface TruceValue extends Truce {
  readonly type: 'truce';
  readonly beside: readonly Truce[];
  readonly previous: Truce | null;
}

export type MeetingStatus =
  | 'proposed'
  | 'invited'
  | 'agreed'
  | 'scheduled'
  | 'held'
  | 'postponed'
  | 'cancelled'
  | 'denied'
  | 'unreported';
export interface Meeting {
  readonly status: MeetingStatus;
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly host: Party | null;
  readonly initiator: Party | null;
  readonly durationMinutes: number | null;
  /** Whom an invitation came from, when it was. */
  readonly invitedBy: Party | null;
  /** Status by status, the day on which it was first so. */
  readonly life: readonly { readonly status: MeetingStatus; readonly on: Day }[];
  readonly standing: Standing;
  readonly because: readonly string[];
}
/** `meetings/leader_call`, …: those to come, those lately past, the last one held. */
export interface MeetingsValue {
  readonly type: 'meetings';
  readonly kind: MeetingKind;
  readonly planned: readonly Meeting[];
  readonly recent: readonly Meeting[];
  readonly lastHeld: Meeting | null;
}

/** `measure/CN/export_control/rare-earths`. */
export interface MeasureValue {
  readonly type: 'measure';
  readonly actor: Party;
  readonly kind: MeasureKind;
  readonly subject: string;
  readonly status: MeasureStatus;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** A step said to come: announced, threatened or promised. */
  readonly next: { readonly status: MeasureStatus; readonly date: PartialDate | null } | null;
}

/** `dispute/US/trade-talks`: the claimant's side first. */
export interface DisputeValue {
  readonly type: 'dispute';
  readonly claimant: Party;
  readonly denier: Party;
  readonly about: string;
  readonly since: Day;
  readonly lastSaidOn: Day;
}

/** `stance/US`. */
export interface StanceValue {
  readonly type: 'stance';
  readonly actor: Party;
  readonly tone: Tone;
  readonly since: Day;
}

/** `tension`: higher is tenser; acts + threats = index. */
export interface TensionValue {
  readonly type: 'tension';
  readonly index: number;
  readonly acts: number;
  readonly threats: number;
  readonly weights: string;
}

export type FacetValue =
  | TariffValue
  | ProductTariffValue
  | TruceValue
  | MeetingsValue
  | MeasureValue
  | DisputeValue
  | StanceValue
  | TensionValue;

/** A report that says otherwise and did not prevail. */
export interface Conflict {
  readonly says: string;
  readonly standing: Standing;
  readonly because: readonly string[];
}

/** What a facet reads: a pure function of its ledger, the policy and the day. */
export interface Reading {
  readonly facet: string;
  readonly value: FacetValue;
  /** The headline of the value: `in_effect`, `held`, `145`, … */
  readonly status: string;
  readonly standing: Standing;
  /** 0 to 1. */
  readonly confidence: number;
  /** The observations that decide it, by id: the firmest first, at most `policy.evidence.deciding`. */
  readonly because: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly policy: string;
}
