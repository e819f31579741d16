import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { addDays, isDay, overlap } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import { hasEnded, isAlive, type TruceLife } from './truce-life';
import { type TruceWord } from './word';

export type TruceClaim = Claim<TruceWord>;

export const newLife = ({ what, backing }: TruceClaim, day: Day): TruceLife => ({
  names:
    what.name === null || what.calledName === null
      ? []
      : [{ key: what.name, called: what.calledName, backing }],
  status: 'proposed',
  strainedOn: null,
  startedOn: day,
  agreedOn: what.act === 'proposed' ? null : what.date,
  since: null,
  until: what.until,
  untilTold: false,
  latestUntil: null,
  extensions: [],
  accusations: [],
  endedOn: null,
  ranOut: false,
  lastSaid: day,
  backing: what.act === 'proposed' ? backing : [],
  doubt: null,
});

const backed = (claims: readonly TruceClaim[], weighing: Weighing): Backing =>
  claims.reduce<Backing>((sum, { backing }) => merge(weighing, sum, backing), []);

const acting = (claims: readonly TruceClaim[], ...acts: readonly TruceWord['act'][]): readonly TruceClaim[] =>
  claims.filter(({ what }) => acts.includes(what.act));

const nameIt = (life: TruceLife, { what, backing }: TruceClaim, weighing: Weighing): TruceLife => {
  const { name, calledName } = what;
  if (name === null || calledName === null) return life;
  const found = life.names.find(({ key }) => key === name);
  const merged = merge(weighing, found?.backing ?? [], backing);
  if (found !== undefined && merged === found.backing) return life;
  const names = [
    ...life.names.filter((one) => one !== found),
    { key: name, called: found?.called ?? calledName, backing: merged },
  ];
  return { ...life, names: names.sort((a, b) => (a.key < b.key ? -1 : 1)) };
};

// On the day of the handshake "agreed" is the news, even where a report calls it in force already.
const onlyJustAgreed = (life: TruceLife, claims: readonly TruceClaim[]): boolean => {
  const dates = acting(claims, 'agreed').map(({ what }) => what.date);
  const seen = acting(claims, 'in_force');
  return (
    !LASTING.includes(life.status) && dates.length > 0 && seen.every(({ what }) => dates.includes(what.date))
  );
};

const LASTING: readonly TruceLife['status'][] = ['in_force', 'extended'];

const statusOf = (life: TruceLife, claims: readonly TruceClaim[]): TruceLife['status'] => {
  if (acting(claims, 'extended').length > 0) return 'extended';
  if (acting(claims, 'in_force').length > 0 && !onlyJustAgreed(life, claims)) {
    return life.status === 'extended' ? 'extended' : 'in_force';
  }
  return life.status === 'proposed' || hasEnded(life) ? 'agreed' : life.status;
};

const laterThan = (a: PartialDate, b: PartialDate | null): boolean => b === null || (a > b && !overlap(a, b));

// An end that is told is taken when it is the first or a later one; told again, an older one does not shorten the truce.
const withUntil = (life: TruceLife, { what }: TruceClaim, day: Day): TruceLife => {
  const { until, act, dated, durationDays, date } = what;
  if (until !== null && (!life.untilTold || laterThan(until, life.latestUntil))) {
    const extension = act === 'extended' ? extend(life, day, until) : life.extensions;
    return { ...life, until, untilTold: true, latestUntil: until, extensions: extension };
  }
  if (until !== null || !dated || !isDay(date)) return life;
  const onDay = life.extensions.some(({ on }) => on === day);
  if (act === 'extended' && !onDay && durationDays === null) {
    return { ...life, until: null, extensions: extend(life, day, null) };
  }
  if (durationDays === null || onDay || (life.untilTold && act !== 'extended')) return life;
  const reckoned = addDays(date, durationDays);
  if (!laterThan(reckoned, life.until)) return life;
  const extensions = act === 'extended' ? extend(life, day, reckoned) : life.extensions;
  return { ...life, until: reckoned, untilTold: false, extensions };
};

const extend = (life: TruceLife, on: Day, until: PartialDate | null): TruceLife['extensions'] => [
  ...life.extensions.filter((one) => one.on !== on),
  { on, until },
];

const explicitFirst = (a: TruceClaim, b: TruceClaim): number =>
  Number(b.what.until !== null) - Number(a.what.until !== null);

const settled = (
  life: TruceLife,
  status: TruceLife['status'],
  backing: Backing,
  weighing: Weighing,
): TruceLife => {
  const same = life.status === status && !life.ranOut;
  const merged = same ? merge(weighing, life.backing, backing) : backing;
  return same && merged === life.backing ? life : { ...life, status, backing: merged, ranOut: false };
};

/** What keeps it alive: agreed, in force, prolonged, strained, accused. */
const goOn = (life: TruceLife, claims: readonly TruceClaim[], day: Day, weighing: Weighing): TruceLife => {
  const alive = acting(claims, 'agreed', 'in_force', 'extended');
  const accused = accuse(life, acting(claims, 'alleged'), day);
  if (alive.length === 0) return strain(accused, claims, day);
  const status = statusOf(life, alive);
  const begun = settled({ ...accused, endedOn: null }, status, backed(alive, weighing), weighing);
  const agreedOn =
    life.agreedOn ??
    acting(alive, 'agreed')
      .map(({ what }) => what.date)
      .find((d) => d !== null) ??
    alive.map(({ what }) => what.date).find((d) => d !== null) ??
    null;
  const since =
    status === 'agreed'
      ? life.since
      : (life.since ?? alive.map(({ what }) => what.date).find((d) => d !== null) ?? day);
  const dated: TruceLife =
    agreedOn === life.agreedOn && since === life.since && begun === accused
      ? begun
      : { ...begun, agreedOn, since };
  const ended = [...alive].sort(explicitFirst).reduce((next, claim) => withUntil(next, claim, day), dated);
  const relaxed =
    life.strainedOn !== null && alive.some(({ what }) => what.act !== 'agreed') && life.strainedOn < day
      ? { ...ended, strainedOn: null }
      : ended;
  return strain(relaxed, claims, day);
};

const accuse = (life: TruceLife, claims: readonly TruceClaim[], day: Day): TruceLife => {
  const fresh = (['US', 'CN'] as const)
    .filter((by) => claims.some(({ what }) => what.by === by))
    .filter((by) => !life.accusations.some((one) => one.by === by));
  return fresh.length === 0
    ? life
    : { ...life, accusations: [...life.accusations, ...fresh.map((by) => ({ by, on: day }))] };
};

const strain = (life: TruceLife, claims: readonly TruceClaim[], day: Day): TruceLife =>
  acting(claims, 'strained').length === 0 || !isAlive(life) || life.strainedOn === day
    ? life
    : { ...life, strainedOn: day };

const end = (life: TruceLife, ends: readonly TruceClaim[], day: Day, weighing: Weighing): TruceLife => {
  const status = acting(ends, 'collapsed').length > 0 ? 'collapsed' : 'expired';
  const backing = backed(ends, weighing);
  if (hasEnded(life) && !life.ranOut) {
    const merged = merge(weighing, life.backing, life.status === status ? backing : []);
    return merged === life.backing ? life : { ...life, backing: merged };
  }
  const until = ends
    .map(({ what }) => what.until ?? (status === 'expired' ? what.date : null))
    .find((d) => d !== null);
  return {
    ...life,
    status,
    backing,
    ranOut: false,
    strainedOn: null,
    endedOn: day,
    until: until ?? life.until,
    doubt: null,
  };
};

const doubt = (life: TruceLife, says: string, backing: Backing, day: Day): TruceLife => ({
  ...life,
  doubt: { says, backing, saidOn: day },
});

/** One day of a truce. A dated end prevails over what is only seen; an undated one has to be the firmer report. */
export const live = (
  life: TruceLife,
  claims: readonly TruceClaim[],
  day: Day,
  weighing: Weighing,
): TruceLife => {
  const ends = acting(claims, 'collapsed', 'expired');
  const named = claims.reduce((next, claim) => nameIt(next, claim, weighing), life);
  const seen = acting(claims, 'in_force', 'extended');
  const alive = acting(claims, 'agreed', 'in_force', 'extended');
  if (ends.length > 0) {
    const dated = ends.some(({ what }) => what.dated);
    const firmer = weightOf(weighing, backed(ends, weighing)) > weightOf(weighing, backed(seen, weighing));
    if (hasEnded(life) || seen.length === 0 || dated || firmer) {
      const before = hasEnded(life) ? named : goOn(named, alive, day, weighing);
      return end(before, ends, day, weighing);
    }
    return doubt(goOn(named, claims, day, weighing), ends[0]?.what.act ?? '', backed(ends, weighing), day);
  }
  if (!hasEnded(life) || alive.length === 0) return goOn(named, claims, day, weighing);
  return revive(named, claims, day, weighing);
};

// After its end a truce lives again when it is agreed or prolonged on a later day, or when it had only run out by the
// calendar and is seen in force; a mere sighting after a reported end has to outweigh that report.
const revive = (life: TruceLife, claims: readonly TruceClaim[], day: Day, weighing: Weighing): TruceLife => {
  const anew = acting(claims, 'agreed', 'extended').some(
    ({ what }) => what.dated && day > (life.endedOn ?? day),
  );
  const seen = acting(claims, 'in_force', 'extended');
  if (anew || (life.ranOut && seen.length > 0)) return goOn(life, claims, day, weighing);
  if (seen.length === 0) return life;
  const backing = merge(weighing, life.doubt?.backing ?? [], backed(seen, weighing));
  return weightOf(weighing, backing) > weightOf(weighing, life.backing)
    ? goOn(life, claims, day, weighing)
    : doubt(life, 'in_force', backing, day);
};
