import { weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween, firstAfter, overlap } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import { type TruceValue } from '../values';
import { identify } from './identify';
import { live, newLife } from './live';
import {
  hasEnded,
  hasTerm,
  isAlive,
  NO_TRUCE,
  runsOutOn,
  toTruce,
  type TruceLife,
  type TruceState,
} from './truce-life';
import { truceEntries, type TruceWord } from './word';

interface Today {
  readonly day: Day;
  readonly claims: readonly Claim<TruceWord>[];
}

const BESIDE_SHOWN = 5;
/** How many truces a state remembers: reports of older ones stand where they belong, on their own days. */
const REMEMBERED = 10;

// What time alone brings: terms run out, strain and proposals that nobody repeats are dropped.
const age = (life: TruceLife, day: Day, { policy }: Weighing): TruceLife => {
  const out = runsOutOn(life);
  if (out !== null && out <= day) {
    return { ...life, status: 'expired', ranOut: true, endedOn: addDays(out, -1), strainedOn: null };
  }
  const calm = life.strainedOn !== null && daysBetween(life.strainedOn, day) > policy.staleness.threatDays;
  return calm ? { ...life, strainedOn: null } : life;
};

const isStale = (life: TruceLife, day: Day, { policy }: Weighing): boolean =>
  life.status === 'proposed' && daysBetween(life.lastSaid, day) > policy.staleness.threatDays;

const ORDER: readonly TruceWord['act'][] = [
  'agreed',
  'extended',
  'in_force',
  'collapsed',
  'expired',
  'strained',
  'alleged',
  'proposed',
];
const STARTS: readonly TruceWord['act'][] = ['agreed', 'extended', 'in_force'];

const named = (a: Claim<TruceWord>): number => (a.what.name === null ? 1 : 0);

const inOrder = (a: Claim<TruceWord>, b: Claim<TruceWord>): number =>
  named(a) - named(b) ||
  ORDER.indexOf(a.what.act) - ORDER.indexOf(b.what.act) ||
  Number(b.what.dated) - Number(a.what.dated);

interface Grouped {
  readonly state: TruceState;
  readonly groups: ReadonlyMap<number, readonly Claim<TruceWord>[]>;
}

// All that one day says of one truce is weighed together.
const group = (state: TruceState, { day, claims }: Today): Grouped => {
  const groups = new Map<number, readonly Claim<TruceWord>[]>();
  let known = state;
  for (const claim of [...claims].sort(inOrder)) {
    const found = identify(known, claim.what);
    if (found === null && !startsLife(claim.what)) continue;
    const index = found ?? known.truces.length;
    if (found === null) known = { ...known, truces: [...known.truces, newLife(claim, day)] };
    groups.set(index, [...(groups.get(index) ?? []), claim]);
  }
  return { state: known, groups };
};

// A nameless complaint or end, where no truce is known, is about nothing that can be shown.
const startsLife = ({ act, name }: TruceWord): boolean => name !== null || STARTS.includes(act);

const isBeside = ({ names }: TruceLife, { policy }: Weighing): boolean =>
  names.some(({ key }) => policy.truces.besides.some((words) => ` ${key} `.includes(` ${words} `)));

/** The truce that counts, as it was before a day and after what the day says; and of which truces the day says anything. */
interface Succession {
  readonly was: TruceLife | undefined;
  readonly current: TruceLife | undefined;
  readonly isToldOf: (index: number) => boolean;
  readonly weighing: Weighing;
}

// The very end of the truce that counts is no end of its own: a framework under it, told with that day.
const hasOwnTerm = (life: TruceLife, was: TruceLife | undefined): boolean =>
  hasTerm(life) && !sameTerm(life.until, was?.until ?? null);

const sameTerm = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a !== null && b !== null && overlap(a, b);

const succeeds = (life: TruceLife, current: TruceLife): boolean => {
  if (life.startedOn < current.startedOn) return hasEnded(current) && life.status !== 'agreed';
  return hasEnded(current) || (life.status !== 'agreed' && current.until === null);
};

/** Does it take the place of the truce that counts: because that one has ended, or by a newer agreement with a term? */
const takesOver = (
  life: TruceLife,
  index: number,
  { was, current, isToldOf, weighing }: Succession,
): boolean => {
  if (!isAlive(life) || life === current || isBeside(life, weighing)) return false;
  if (current === undefined || succeeds(life, current)) return true;
  return life.startedOn >= current.startedOn && isToldOf(index) && hasOwnTerm(life, was);
};

const withMain = (truces: readonly TruceLife[], succession: Succession): TruceState => {
  const { current } = succession;
  const next = truces.findLastIndex((life, i) => takesOver(life, i, succession));
  const main = next < 0 && current !== undefined ? truces.indexOf(current) : next;
  return { truces, main: main < 0 ? null : main };
};

const mainOf = ({ truces, main }: TruceState): TruceLife | undefined =>
  main === null ? undefined : truces[main];

const sameState = (a: TruceState, b: TruceState): boolean =>
  a.main === b.main &&
  a.truces.length === b.truces.length &&
  a.truces.every((life, i) => life === b.truces[i]);

/** Leaves out lives by what `keeps` says, never the one that counts. */
const keep = (state: TruceState, keeps: (life: TruceLife, index: number) => boolean): TruceState => {
  const current = mainOf(state);
  const truces = state.truces.filter((life, i) => life === current || keeps(life, i));
  return { truces, main: current === undefined ? null : truces.indexOf(current) };
};

const step = (state: TruceState, today: Today, weighing: Weighing): TruceState => {
  const { day } = today;
  const fresh = keep(state, (life) => !isStale(life, day, weighing));
  const aged = { ...fresh, truces: fresh.truces.map((life) => age(life, day, weighing)) };
  const { state: known, groups } = group(aged, today);
  const truces = known.truces.map((life, i) => live(life, groups.get(i) ?? [], { day, weighing }));
  const current = aged.main === null ? undefined : truces[aged.main];
  const isToldOf = (index: number): boolean => groups.has(index);
  const next = withMain(truces, { was: mainOf(aged), current, isToldOf, weighing });
  const spare = truces.length - REMEMBERED;
  const remembered = spare > 0 ? keep(next, (_, i) => i >= spare) : next;
  return sameState(remembered, state) ? state : remembered;
};

const wake = ({ truces }: TruceState, day: Day, { staleness }: Policy): Day | null =>
  firstAfter(
    truces.flatMap((life) => [
      runsOutOn(life),
      life.strainedOn === null ? null : addDays(life.strainedOn, staleness.threatDays + 1),
      life.status === 'proposed' ? addDays(life.lastSaid, staleness.threatDays + 1) : null,
    ]),
    day,
  );

const besides = ({ truces }: TruceState, main: TruceLife | undefined): readonly TruceLife[] =>
  truces.filter((life) => life !== main && !hasEnded(life)).slice(-BESIDE_SHOWN);

// Where there never was a truce, one that is proposed is what can be told of.
const proposalOf = ({ truces }: TruceState): TruceLife | undefined =>
  truces.findLast(({ status }) => status === 'proposed');

const valueOf = (state: TruceState, main: TruceLife | undefined, weighing: Weighing): TruceValue => {
  const weight = (backing: Backing): number => weightOf(weighing, backing);
  const previous = state.truces.findLast((life) => life !== main && hasEnded(life));
  return {
    type: 'truce',
    ...(main === undefined ? NONE : toTruce(main, weight)),
    beside: besides(state, main).map((life) => toTruce(life, weight)),
    previous: previous === undefined ? null : toTruce(previous, weight),
  };
};

const read = (state: TruceState, weighing: Weighing): ReadingParts | null => {
  const main = mainOf(state) ?? proposalOf(state);
  const beside = besides(state, main);
  if (main === undefined && beside.length === 0) return null;
  const value = valueOf(state, main, weighing);
  return {
    value,
    status: value.status,
    backing: (main ?? beside[0])?.backing ?? [],
    conflicts: main === undefined || main.doubt === null ? [] : [main.doubt],
    ...(main?.ranOut === true ? { standing: 'unconfirmed' as const } : {}),
  };
};

const NONE = {
  name: null,
  otherNames: [],
  status: 'none',
  agreedOn: null,
  since: null,
  until: null,
  extensions: [],
  accusations: [],
  endedOn: null,
} as const;

/** Truces, deals and pauses between the two, one after another. */
export const truceLogic = (policy: Policy): FacetLogic<TruceWord, TruceState> => ({
  start: NO_TRUCE,
  entries: truceEntries,
  step,
  wake: (state, day) => wake(state, day, policy),
  read,
});
