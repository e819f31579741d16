import { type Backing } from '../evidence/backing';
import { addDays, firstDayOf, lastDayOf } from '../shared/calendar';
import { type Day, type PartialDate, type Party } from '../shared/primitives';
import { type Truce } from '../values';

interface Named {
  readonly key: string;
  readonly called: string;
  readonly backing: Backing;
}

/** One truce from its first mention on. */
export interface TruceLife {
  readonly names: readonly Named[];
  readonly status: 'proposed' | 'agreed' | 'in_force' | 'extended' | 'collapsed' | 'expired';
  readonly strainedOn: Day | null;
  readonly startedOn: Day;
  readonly agreedOn: PartialDate | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** False where the end is worked out from a length. */
  readonly untilTold: boolean;
  /** The latest end that was ever told, so that an older one told again does not shorten it. */
  readonly latestUntil: PartialDate | null;
  readonly extensions: readonly { readonly on: Day; readonly until: PartialDate | null }[];
  readonly accusations: readonly { readonly by: Party; readonly on: Day }[];
  readonly endedOn: Day | null;
  /** It ended because its term ran out, and nobody has said so yet. */
  readonly ranOut: boolean;
  readonly lastSaid: Day;
  readonly backing: Backing;
  /** Reports of an end, or of life after the end, that did not prevail. */
  readonly doubt: { readonly says: string; readonly saidOn: Day; readonly backing: Backing } | null;
}

export interface TruceState {
  /** By the day they started. */
  readonly truces: readonly TruceLife[];
  readonly main: number | null;
}

export const NO_TRUCE: TruceState = { truces: [], main: null };

export const isAlive = ({ status }: TruceLife): boolean =>
  ['agreed', 'in_force', 'extended'].includes(status);
export const hasEnded = ({ status }: TruceLife): boolean => status === 'collapsed' || status === 'expired';

/** The last day of its term, or null. */
const lastDay = ({ until }: TruceLife): Day | null => (until === null ? null : lastDayOf(until));

export const runsOutOn = (life: TruceLife): Day | null => {
  const last = lastDay(life);
  return last !== null && isAlive(life) ? addDays(last, 1) : null;
};

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A truce without a name goes by the month in which it was agreed. */
const plainName = ({ agreedOn, startedOn }: TruceLife): string => {
  const date = agreedOn !== null && agreedOn.length >= 7 && agreedOn < startedOn ? agreedOn : startedOn;
  return MONTH.format(Date.parse(firstDayOf(date)));
};

export const toTruce = (life: TruceLife, weight: (backing: Backing) => number): Truce => {
  const names = [...life.names].sort(
    (a, b) => weight(b.backing) - weight(a.backing) || (a.key < b.key ? -1 : 1),
  );
  return {
    name: names[0]?.called ?? plainName(life),
    otherNames: names.slice(1).map(({ called }) => called),
    status: life.strainedOn !== null && isAlive(life) ? 'strained' : life.status,
    agreedOn: life.agreedOn,
    since: life.since,
    until: life.until,
    extensions: life.extensions,
    accusations: life.accusations,
    endedOn: life.endedOn,
  };
};

/** Its end was told at the time, not only reckoned or told long afterwards. */
export const hasTerm = ({ until, untilTold }: TruceLife): boolean => until !== null && untilTold;
