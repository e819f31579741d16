import { idsOf, standingOf, type Weighing } from '../evidence/backing';
import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { firstAfter } from '../shared/calendar';
import { type MeetingKind } from '../shared/observation';
import { type Meeting, type MeetingsValue, type Standing } from '../values';
import { NO_MEETING, type MeetingLife, type MeetingState } from './meeting-life';
import { givenUpOn } from './plan';
import { stepMeetings } from './step-meetings';
import { meetingEntries, type MeetingWord } from './word';

/** One side's word that the other denies moves nothing until somebody independent says so too. */
const isDisputed = ({ contested, denial, backing }: MeetingLife, { policy }: Weighing): boolean =>
  (contested || denial.length > 0) && backing.length < policy.evidence.corroborated;

const standing = (life: MeetingLife, weighing: Weighing): Standing => {
  if (isDisputed(life, weighing)) return 'disputed';
  return life.status === 'unreported' ? 'unconfirmed' : standingOf(weighing, life.backing);
};

const toMeeting =
  (weighing: Weighing) =>
  (life: MeetingLife): Meeting => ({
    status: life.status,
    date: life.date,
    place: life.place,
    host: life.host,
    initiator: life.initiator,
    durationMinutes: life.durationMinutes,
    invitedBy: life.invitedBy,
    life: life.life,
    standing: standing(life, weighing),
    because: idsOf(life.backing),
  });

const soonestFirst = (a: MeetingLife, b: MeetingLife): number => {
  const [x, y] = [a.date ?? '9999', b.date ?? '9999'];
  return x < y ? -1 : x > y ? 1 : 0;
};

const read =
  (kind: MeetingKind) =>
  (state: MeetingState, weighing: Weighing): ReadingParts | null => {
    if (state.planned.length + state.past.length === 0) return null;
    const { recent } = weighing.policy.meetings;
    const lastHeld = [...state.past]
      .reverse()
      .find((life) => life.status === 'held' && life.date !== null && !isDisputed(life, weighing));
    const planned = [...state.planned].sort(soonestFirst);
    const value: MeetingsValue = {
      type: 'meetings',
      kind,
      planned: planned.map(toMeeting(weighing)),
      recent: state.past.slice(-recent).reverse().map(toMeeting(weighing)),
      lastHeld: lastHeld === undefined ? null : toMeeting(weighing)(lastHeld),
    };
    const head = planned[0] ?? lastHeld ?? state.past.at(-1);
    const disputed = state.past.filter((life) => life.denial.length > 0).slice(-recent);
    return {
      value,
      status: head?.status ?? 'none',
      backing: head?.backing ?? [],
      conflicts: disputed.map((life) => ({
        says: `denied: ${kind} ${life.date ?? ''}`.trim(),
        backing: life.denial,
        saidOn: life.lastSaid,
      })),
      ...(head === undefined ? {} : { standing: standing(head, weighing) }),
    };
  };

/** Meetings of one kind: one meeting, one life. */
export const meetingsLogic = (kind: MeetingKind, policy: Policy): FacetLogic<MeetingWord, MeetingState> => ({
  start: NO_MEETING,
  entries: meetingEntries,
  step: (state, { day, claims }, weighing) => stepMeetings(state, claims, { kind, policy, weighing, day }),
  wake: ({ planned }, day) =>
    firstAfter(
      planned.map((life) => givenUpOn(life, { kind, policy })),
      day,
    ),
  read: read(kind),
});
