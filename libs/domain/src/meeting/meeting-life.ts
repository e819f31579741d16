import { type Backing } from '../evidence/backing';
import { type Day, type PartialDate, type Party } from '../shared/primitives';
import { type MeetingStatus } from '../values';

/** One meeting, from the first talk of it to its end. */
export interface MeetingLife {
  readonly status: MeetingStatus;
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly host: Party | null;
  readonly initiator: Party | null;
  readonly durationMinutes: number | null;
  readonly invitedBy: Party | null;
  readonly life: readonly { readonly status: MeetingStatus; readonly on: Day }[];
  readonly lastSaid: Day;
  readonly backing: Backing;
  /** Who says that it was not so. */
  readonly denial: Backing;
  readonly contested: boolean;
}

export interface MeetingState {
  /** Those to come, by the day of the first talk of them. */
  readonly planned: readonly MeetingLife[];
  /** Those past, by day: held, cancelled, unreported, denied. */
  readonly past: readonly MeetingLife[];
}

export const NO_MEETING: MeetingState = { planned: [], past: [] };

/** How many past meetings a state remembers, so that old ones told again are recognised. */
export const REMEMBERED = 12;

export const withStatus = (
  { life }: Pick<MeetingLife, 'life'>,
  status: MeetingStatus,
  on: Day,
): MeetingLife['life'] => (life.some((one) => one.status === status) ? life : [...life, { status, on }]);
