import { merge, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { compareText } from '../shared/equal';
import { type Day, type PartialDate, type Party } from '../shared/primitives';
import { type MeetingStatus } from '../values';
import { type Window } from './match';
import { type MeetingWord } from './word';

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

export type MeetingClaim = Claim<MeetingWord>;

export interface Context extends Window {
  readonly weighing: Weighing;
  readonly day: Day;
}

export const NO_MEETING: MeetingState = { planned: [], past: [] };

/** How many past meetings a state remembers, so that old ones told again are recognised. */
const REMEMBERED = 12;

// The day of its last step: that of the meeting itself, where it was held.
const dayOf = ({ life, lastSaid }: MeetingLife): Day => life.at(-1)?.on ?? lastSaid;

export const remember = (past: readonly MeetingLife[]): readonly MeetingLife[] =>
  [...past].sort((a, b) => compareText(dayOf(a), dayOf(b))).slice(-REMEMBERED);

export const withStatus = (life: MeetingLife['life'], status: MeetingStatus, on: Day): MeetingLife['life'] =>
  life.some((one) => one.status === status) ? life : [...life, { status, on }];

export const newMeeting = (
  { what, backing }: MeetingClaim,
  status: MeetingStatus,
  day: Day,
): MeetingLife => ({
  status,
  date: what.date,
  place: what.place,
  host: what.host,
  initiator: what.initiator,
  durationMinutes: what.durationMinutes,
  invitedBy: what.status === 'invited' ? (what.initiator ?? what.host) : null,
  life: [{ status, on: day }],
  lastSaid: day,
  backing,
  denial: [],
  contested: what.contested,
});

const finer = (date: PartialDate | null, told: PartialDate | null): PartialDate | null =>
  told !== null && told.length > (date?.length ?? 0) ? told : date;

const DETAILS = ['date', 'place', 'host', 'initiator', 'durationMinutes'] as const;

/** Details that one report has and another lacks; a full day is better than a month. */
const filled = (life: MeetingLife, { what }: MeetingClaim): MeetingLife => {
  const next: MeetingLife = {
    ...life,
    date: finer(life.date, what.date),
    place: life.place ?? what.place,
    host: life.host ?? what.host,
    initiator: life.initiator ?? what.initiator,
    durationMinutes: life.durationMinutes ?? what.durationMinutes,
  };
  return DETAILS.every((name) => next[name] === life[name]) ? life : next;
};

/** One more report of the meeting. */
export const backUp = (life: MeetingLife, claim: MeetingClaim, weighing: Weighing): MeetingLife => {
  const backing = merge(weighing, life.backing, claim.backing);
  const contested = life.contested && claim.what.contested;
  const same = backing === life.backing && contested === life.contested;
  return filled(same ? life : { ...life, backing, contested }, claim);
};

export const swap = (
  lives: readonly MeetingLife[],
  old: MeetingLife,
  next: MeetingLife,
): readonly MeetingLife[] => (old === next ? lives : lives.map((life) => (life === old ? next : life)));

export const lastOf = (
  lives: readonly MeetingLife[],
  fits: (life: MeetingLife) => boolean,
): MeetingLife | undefined => lives[lives.findLastIndex(fits)];
