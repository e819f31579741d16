import { type Day, type PartialDate, type Party } from './primitives';

// What the domain takes of an observation. The contracts' `Observation` is assignable to it as it is: no mapper.

interface Words {
  readonly text: string;
}

/** What no reading rests on, but for the id: where a statement stands. */
export interface Place {
  /** A uuid, the same for the same statement of the same article. */
  readonly id: string;
  readonly evidence: Words;
  /** The whole sentence that holds the evidence. */
  readonly sentence: Words;
  readonly ruleId: string;
}

interface Said {
  /** 0 to 1. */
  readonly confidence: number;
  /** True for what the article brings as new, false for background. */
  readonly news: boolean;
  /** Whose word it is. */
  readonly source: 'US' | 'CN' | 'other' | 'reporter';
}

export type TariffStatus = 'in_effect' | 'announced' | 'threatened' | 'suspended' | 'past';
export type TariffBasis =
  'additional' | 'cumulative_total' | 'total_with_older' | 'average' | 'effective' | 'sector' | 'unknown';
export type TariffAuthority =
  | 'section_301'
  | 'ieepa'
  | 'fentanyl'
  | 'reciprocal'
  | 'section_232'
  | 'section_201'
  | 'section_122'
  | 'retaliation';

export interface TariffObservation extends Said {
  readonly type: 'tariff';
  readonly imposer: Party;
  /** Percent. */
  readonly rate: number | null;
  readonly rateFrom: number | null;
  readonly status: TariffStatus;
  readonly scope: 'all' | 'product';
  readonly product: string | null;
  readonly effective: PartialDate | null;
  readonly until: PartialDate | null;
  readonly basis: TariffBasis;
  readonly authority: TariffAuthority | null;
  /** Billions of US dollars of goods covered. */
  readonly tradeUsdBn: number | null;
  /** The day on which it was announced or threatened, where that was before the report. */
  readonly announcedOn?: Day | undefined;
}

export type TruceObservationStatus =
  | 'proposed'
  | 'agreed'
  | 'in_force'
  | 'extended'
  | 'strained'
  | 'violation_alleged'
  | 'collapsed'
  | 'expired';

export interface TruceObservation extends Said {
  readonly type: 'truce';
  readonly status: TruceObservationStatus;
  readonly by: Party | null;
  readonly name: string | null;
  readonly date: PartialDate | null;
  readonly until: PartialDate | null;
  readonly durationDays: number | null;
}

export type MeetingKind = 'leader_call' | 'leader_meeting' | 'trade_talks';
export type MeetingObservationStatus =
  'proposed' | 'invited' | 'agreed' | 'scheduled' | 'held' | 'postponed' | 'cancelled' | 'denied';

export interface MeetingObservation extends Said {
  readonly type: 'meeting';
  readonly kind: MeetingKind;
  readonly status: MeetingObservationStatus;
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly host: Party | null;
  readonly durationMinutes: number | null;
  readonly initiator: Party | null;
}

export type MeasureKind =
  | 'export_control'
  | 'visa'
  | 'entity_listing'
  | 'port_fee'
  | 'investment_restriction'
  | 'purchase'
  | 'import_ban'
  | 'investigation'
  | 'sanction'
  | 'other';
export type MeasureStatus =
  'in_effect' | 'announced' | 'threatened' | 'suspended' | 'eased' | 'lifted' | 'pledged';

export interface MeasureObservation extends Said {
  readonly type: 'measure';
  readonly actor: Party;
  readonly kind: MeasureKind;
  readonly subject: string;
  readonly status: MeasureStatus;
  readonly date: PartialDate | null;
  readonly until: PartialDate | null;
}

export interface DisputeObservation extends Said {
  readonly type: 'dispute';
  readonly claimant: Party;
  readonly denier: Party;
  readonly about: string;
}

export type Tone = 'conciliatory' | 'cautious' | 'hostile';

export interface StanceObservation extends Said {
  readonly type: 'stance';
  readonly actor: Party;
  readonly tone: Tone;
}

/** What is stated: the same for all articles that state it. */
export type Content =
  | TariffObservation
  | TruceObservation
  | MeetingObservation
  | MeasureObservation
  | DisputeObservation
  | StanceObservation;

/** One thing that one article states. */
export type Observation = Content & Place;
