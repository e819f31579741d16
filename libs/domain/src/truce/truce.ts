import { weightOf, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, daysBetween } from '../shared/calendar';
import { type Day } from '../shared/primitives';
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

const replace = (truces: readonly TruceLife[], index: number, life: TruceLife): readonly TruceLife[] =>
  truces[index] === life ? truces : truces.map((one, i) => (i === index ? life : one));

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
  names.some(({ key }) =>
    policy.truces.besides.some((word) => key.split(' ').includes(word) || key.includes(`${word} `)),
  );

/** The truce that counts: it stays until it has ended, or until a newer one with a term of its own is agreed. */
const mainOf = (state: TruceState, weighing: Weighing): number | null => {
  const current = state.main === null ? undefined : state.truces[state.main];
  const takesOver = (life: TruceLife): boolean => {
    if (!isAlive(life) || isBeside(life, weighing) || life === current) return false;
    if (current === undefined) return true;
    if (life.startedOn < current.startedOn) return hasEnded(current) && life.status !== 'agreed';
    return hasEnded(current) || hasTerm(life) || (life.status !== 'agreed' && !hasTerm(current));
  };
  const next = state.truces.flatMap((life, i) => (takesOver(life) ? [i] : [])).at(-1);
  return next ?? state.main;
};

const step = (state: TruceState, today: Today, weighing: Weighing): TruceState => {
  const aged = state.truces.reduce(
    (truces, life, i) => replace(truces, i, age(life, today.day, weighing)),
    state.truces,
  );
  const { state: known, groups } = group({ ...state, truces: aged }, today);
  let truces = known.truces;
  for (const [index, claims] of groups) {
    const life = truces[index];
    if (life !== undefined) truces = replace(truces, index, live(life, claims, today.day, weighing));
  }
  const proposals = truces.map((life, i) =>
    life.status === 'proposed' && groups.has(i) && life.lastSaid !== today.day
      ? { ...life, lastSaid: today.day }
      : life,
  );
  if (proposals.some((life, i) => life !== truces[i])) truces = proposals;
  const main = mainOf({ truces, main: state.main }, weighing);
  const same =
    main === state.main &&
    truces.length === state.truces.length &&
    truces.every((life, i) => life === state.truces[i]);
  return same ? state : forget({ truces, main });
};

const forget = ({ truces, main }: TruceState): TruceState => {
  const spare = truces.length - REMEMBERED;
  if (spare <= 0) return { truces, main };
  const current = main === null ? undefined : truces[main];
  const kept = truces.filter((life, i) => i >= spare || life === current);
  return { truces: kept, main: current === undefined ? null : kept.indexOf(current) };
};

const wake = (state: TruceState, day: Day, policy: Policy): Day | null =>
  state.truces
    .flatMap((life) => [
      runsOutOn(life),
      life.strainedOn === null ? null : addDays(life.strainedOn, policy.staleness.threatDays + 1),
      life.status === 'proposed' ? addDays(life.lastSaid, policy.staleness.threatDays + 1) : null,
    ])
    .filter((one): one is Day => one !== null && one > day)
    .reduce<Day | null>((first, one) => (first === null || one < first ? one : first), null);

const read = (state: TruceState, weighing: Weighing, day: Day): ReadingParts | null => {
  const weight = (backing: Parameters<typeof weightOf>[1]): number => weightOf(weighing, backing);
  const main = state.main === null ? undefined : state.truces[state.main];
  const besides = state.truces
    .filter(
      (life) =>
        life !== main && (isAlive(life) || (life.status === 'proposed' && !isStale(life, day, weighing))),
    )
    .slice(-BESIDE_SHOWN);
  const previous = state.truces.filter((life) => life !== main && hasEnded(life)).at(-1);
  if (main === undefined && besides.length === 0) return null;
  const shown = main === undefined ? NONE : toTruce(main, weight);
  const value: TruceValue = {
    type: 'truce',
    ...shown,
    beside: besides.map((life) => toTruce(life, weight)),
    previous: previous === undefined ? null : toTruce(previous, weight),
  };
  const doubt = main?.doubt ?? null;
  return {
    value,
    status: shown.status,
    backing: main?.backing ?? besides[0]?.backing ?? [],
    conflicts: doubt === null ? [] : [doubt],
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
