/** How much a publisher's word weighs. */
export type Tier = 'official' | 'agency' | 'media' | 'unknown';

/** What decides which report counts: data, with a version that every reading carries. */
export interface Policy {
  readonly version: string;
  readonly sources: {
    /** Tier of a publisher, by its name or host in lower case; `www.` is dropped. */
    readonly publishers: Readonly<Record<string, Tier>>;
    /** Endings and word patterns for those that are not in the table: `.gov`, `sample desk`. */
    readonly patterns: readonly { readonly contains: string; readonly tier: Tier }[];
    readonly otherwise: Tier;
    readonly weight: Readonly<Record<Tier, number>>;
  };
  readonly evidence: {
    /** Estimated Jaccard from which two texts are one source. */
    readonly nearDuplicate: number;
    /** Independent sources from which a value is corroborated. */
    readonly corroborated: number;
    /** How many independent sources are named as deciding. */
    readonly deciding: number;
    /** Below this observation confidence a statement weighs as if its source were unknown. */
    readonly leastConfidence: number;
  };
  readonly conflict: {
    /** Weight that an undated contradiction needs to overturn what stands: this share of the weight that stands. */
    readonly overturnShare: number;
  };
  readonly meetings: {
    /** Reports of one kind closer than this many days are of one meeting. */
    readonly sameWithinDays: Readonly<Record<string, number>>;
    /** Days after which a planned meeting without report is unreported. */
    readonly graceDays: number;
    /** A plan without a date is dropped after so many days without mention. */
    readonly undatedPlanDays: number;
    readonly recent: number;
  };
  readonly staleness: {
    /** Days after which what was only threatened, proposed or said in tone is no longer shown. */
    readonly threatDays: number;
    readonly stanceDays: number;
    readonly disputeDays: number;
  };
}
