import { type Tier } from './policy/policy.types';
import { type Day, type Instant, type PartialDate } from './shared/primitives';
import { type FacetValue, type MeetingStatus, type Reading, type Standing, type TruceStatus } from './values';

/** Which day is asked about (a day or a moment of it), by what had been published when. Left out: the relation's day, all that is recorded. */
export interface Moment {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

/** A sentence that a value rests on, and where it stands. */
export interface Evidence {
  readonly observationId: string;
  readonly articleId: string;
  readonly publisher: string;
  readonly tier: Tier;
  readonly url: string | null;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly words: string;
  readonly sentence: string;
  readonly ruleId: string;
  /** The article that stands for all near-duplicates of this one. */
  readonly cluster: string;
}

/** A reading with all that supports it. */
export interface FacetState extends Reading {
  readonly evidence: readonly Evidence[];
}

export interface State {
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly policy: string;
  /** Sorted by facet. */
  readonly facets: readonly FacetState[];
}

/** The four lines that a person asks for first. */
export interface Summary {
  readonly truce: {
    readonly status: TruceStatus;
    readonly name: string | null;
    readonly until: PartialDate | null;
  };
  readonly tariffs: {
    readonly US: { readonly additionalAllGoods: number | null };
    readonly CN: { readonly additionalAllGoods: number | null };
  };
  readonly plannedMeetings: readonly {
    readonly kind: string;
    readonly status: MeetingStatus;
    readonly date: PartialDate | null;
    readonly place: string | null;
  }[];
  readonly lastLeaderContact: { readonly kind: string; readonly date: PartialDate } | null;
}

/** The difference of two readings of one facet. */
export interface Change {
  readonly facet: string;
  readonly kind: 'appeared' | 'changed' | 'gone';
  readonly from: FacetValue | null;
  readonly to: FacetValue | null;
  /** The headline before and after. */
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  /** The day from which it is so. */
  readonly effective: Day;
  /** The day up to which it is so, exclusive: a stretch of the past reads differently and today does not. Null: to this
   * day. Who folds changes to a state leaves out those with an end. */
  readonly until: Day | null;
  readonly standing: Standing;
  readonly confidence: number;
  readonly because: readonly string[];
  /** Learned after the day of the relation had passed it by. */
  readonly late: boolean;
  /** It alters what had been told about a day already past. */
  readonly corrects: boolean;
  readonly policy: string;
}

/** A belief: on the days [validFrom, validTo), by what was known in [knownFrom, knownTo), the facet read `reading`. */
export interface FactRow {
  readonly facet: string;
  readonly reading: Reading;
  readonly validFrom: Day;
  /** Exclusive; null: without end. */
  readonly validTo: Day | null;
  readonly knownFrom: Instant;
  /** Exclusive; null: still believed. */
  readonly knownTo: Instant | null;
  readonly because: readonly string[];
}

/** What recording an input did. */
export interface Recorded {
  /** False when all of it was recorded before. */
  readonly news: boolean;
  /** Facets whose ledger it touched, sorted. */
  readonly facets: readonly string[];
  /** What reads differently now, on the relation's day and on days before it. */
  readonly changes: readonly Change[];
}

export interface TensionReading {
  readonly index: number;
  readonly acts: number;
  readonly threats: number;
  readonly weights: string;
  /** What it rests on, newest first: points after decay; positive is tenser. */
  readonly contributions: readonly {
    readonly facet: string;
    readonly day: Day;
    readonly what: string;
    readonly kind: 'act' | 'threat';
    readonly points: number;
    readonly because: readonly string[];
  }[];
}
