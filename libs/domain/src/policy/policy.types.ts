/** How much a publisher's word weighs. `operator` is the tier of corrections made by hand. */
export type Tier = 'operator' | 'official' | 'agency' | 'media' | 'unknown';

/** What decides which report counts: data, with a version that every reading carries. docs/policy.md explains it. */
export interface Policy {
  readonly version: string;
  readonly sources: {
    /** Tier of a publisher, by its name or host in lower case without `www.`; subdomains count as their parent. */
    readonly publishers: Readonly<Record<string, Tier>>;
    /** For those not in the table: tier by the end of the host or name. */
    readonly endings: readonly { readonly endsWith: string; readonly tier: Tier }[];
    readonly otherwise: Tier;
    readonly weight: Readonly<Record<Tier, number>>;
    /** Chance that a report of this tier is right, for the confidence of a value. */
    readonly trust: Readonly<Record<Tier, number>>;
  };
  readonly evidence: {
    /** Estimated Jaccard from which two texts are one source. */
    readonly nearDuplicate: number;
    /** Independent sources from which a value is corroborated. */
    readonly corroborated: number;
    /** How many independent sources are named as deciding. */
    readonly deciding: number;
    /** Below this confidence of extraction a statement weighs as if its source were unknown. */
    readonly leastConfidence: number;
  };
  readonly conflict: {
    /** A sighting that contradicts what stands prevails from this share of the weight that stands. */
    readonly overturnShare: number;
    /** Contradicting sightings count together for so many days. */
    readonly togetherDays: number;
  };
  readonly tariffs: {
    /** The rate on all goods counts what a side added from this day on. */
    readonly acrossTheBoardFrom: string;
    /** Two rates closer than this are the same, in points. */
    readonly sameRate: number;
    /** Names that stand for several lists or sectors, by facet key: told of as one, their end is the end of each. */
    readonly collections: Readonly<Record<string, readonly string[]>>;
  };
  readonly truces: {
    /** Frameworks by these words stand beside a truce and do not take its place. */
    readonly besides: readonly string[];
  };
  readonly meetings: {
    /** Reports of one kind closer than this many days can be of one meeting. */
    readonly sameWithinDays: {
      readonly leader_call: number;
      readonly leader_meeting: number;
      readonly trade_talks: number;
    };
    /** Full days after a planned day before it counts as unreported. */
    readonly graceDays: number;
    /** A plan without a date is dropped after so many days without mention. */
    readonly undatedPlanDays: {
      readonly proposed: number;
      readonly invited: number;
      readonly agreed: number;
      readonly scheduled: number;
      readonly postponed: number;
    };
    /** How many ended meetings a reading lists. */
    readonly recent: number;
  };
  readonly staleness: {
    /** Days after which what was only threatened or said in tone is no longer shown. */
    readonly threatDays: number;
    readonly stanceDays: number;
    readonly disputeDays: number;
  };
}
