/** One of the two sides. */
export type Party = 'US' | 'CN';

/** An ISO date as precise as the text allows: `2025-06-05`, `2025-06` or `2025`. */
export type PartialDate = string;

/** A calendar day in UTC: `2025-06-05`. */
export type Day = string;

/** A moment in UTC, ISO 8601: `2025-06-05T00:00:00.000Z`. A bare day stands for its first moment when a thing was
 * published, and for its last moment when it is asked about (`asOf`, `knownAt`). */
export type Instant = string;

export const otherParty = (party: Party): Party => (party === 'US' ? 'CN' : 'US');
