import { type State, type Summary } from '../state.types';
import { lastDayOf } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Meeting, type MeetingsValue } from '../values';

const LEADERS: readonly string[] = ['leader_call', 'leader_meeting'];

const isOpen = ({ status }: Meeting): boolean => status !== 'held';

const byDate = (a: { readonly date: string | null }, b: { readonly date: string | null }): number => {
  const [x, y] = [a.date ?? '9999', b.date ?? '9999'];
  return x < y ? -1 : x > y ? 1 : 0;
};

const rateOf = (state: State, facet: string): number | null => {
  const value = state.facets.find((one) => one.facet === facet)?.value;
  return value?.type === 'tariff' ? value.rate : null;
};

const lastContact = (meetings: readonly MeetingsValue[]): Summary['lastLeaderContact'] => {
  const held = meetings
    .filter(({ kind }) => LEADERS.includes(kind))
    .flatMap(({ kind, lastHeld }) => {
      const date = lastHeld?.date ?? null;
      return date === null ? [] : [{ kind, date }];
    });
  return held.sort((a, b) => compareText(lastDayOf(a.date), lastDayOf(b.date))).at(-1) ?? null;
};

/** The four lines that a person asks for first, out of the whole state. */
export const summarize = (state: State): Summary => {
  const truce = state.facets.find(({ facet }) => facet === 'truce')?.value;
  const meetings = state.facets.flatMap(({ value }) => (value.type === 'meetings' ? [value] : []));
  return {
    truce:
      truce?.type === 'truce'
        ? { status: truce.status, name: truce.name, until: truce.until }
        : { status: 'none', name: null, until: null },
    tariffs: {
      US: { additionalAllGoods: rateOf(state, 'tariff/US') },
      CN: { additionalAllGoods: rateOf(state, 'tariff/CN') },
    },
    plannedMeetings: meetings
      .flatMap(({ kind, planned }) =>
        planned.filter(isOpen).map(({ status, date, place, host }) => ({
          kind,
          status,
          // The date of a postponed meeting is the one that it does not take place on.
          date: status === 'postponed' ? null : date,
          place: place ?? host,
        })),
      )
      .sort(byDate),
    lastLeaderContact: lastContact(meetings),
  };
};
