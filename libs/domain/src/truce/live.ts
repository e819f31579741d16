import { merge, weightOf, type Backing, type Weighing } from '../evidence/backing';
import { type Claim } from '../ledger/claim';
import { addDays, isDay, lastDayOf } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Day, type PartialDate } from '../shared/primitives';
import { withTerm } from './term';
import { hasEnded, isAlive, type TruceLife } from './truce-life';
import { type TruceWord } from './word';

export type TruceClaim = Claim<TruceWord>;

interface Turn {
  readonly day: Day;
  readonly weighing: Weighing;
}

const acting = (claims: readonly TruceClaim[], ...acts: readonly TruceWord['act'][]): readonly TruceClaim[] =>
  claims.filter(({ what }) => acts.includes(what.act));

const alive = (claims: readonly TruceClaim[]): readonly TruceClaim[] =>
  acting(claims, 'agreed', 'in_force', 'extended');
const seen = (claims: readonly TruceClaim[]): readonly TruceClaim[] => acting(claims, 'in_force', 'extended');

const backed = (claims: readonly TruceClaim[], { weighing }: Turn): Backing =>
  claims.reduce<Backing>((sum, { backing }) => merge(weighing, sum, backing), []);

/** The same life where nothing in it is another now. */
const altered = (life: TruceLife, parts: Partial<TruceLife>): TruceLife => {
  const next = { ...life, ...parts };
  const before: Readonly<Record<string, unknown>> = { ...life };
  return Object.entries(next).every(([name, value]) => before[name] === value) ? life : next;
};

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
  until: what.told === 'then' ? what.until : null,
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

const nameIt = (life: TruceLife, { what, backing }: TruceClaim, { weighing }: Turn): TruceLife => {
  const { name, calledName } = what;
  if (name === null || calledName === null) return life;
  const found = life.names.find(({ key }) => key === name);
  const merged = merge(weighing, found?.backing ?? [], backing);
  if (found?.backing === merged) return life;
  const called = found?.called ?? calledName;
  const names = [...life.names.filter((one) => one !== found), { key: name, called, backing: merged }];
  return { ...life, names: names.sort((a, b) => compareText(a.key, b.key)) };
};

// On the day of the handshake "agreed" is the news, even where a report calls it in force already.
const isJustAgreed = (life: TruceLife, claims: readonly TruceClaim[]): boolean => {
  if (life.status === 'in_force' || life.status === 'extended') return false;
  const dates = acting(claims, 'agreed').map(({ what }) => what.date);
  return dates.length > 0 && acting(claims, 'in_force').every(({ what }) => dates.includes(what.date));
};

const statusOf = (life: TruceLife, claims: readonly TruceClaim[]): TruceLife['status'] => {
  if (acting(claims, 'extended').length > 0) return 'extended';
  if (acting(claims, 'in_force').length > 0 && !isJustAgreed(life, claims)) {
    return life.status === 'extended' ? 'extended' : 'in_force';
  }
  return isAlive(life) ? life.status : 'agreed';
};

const firstDate = (claims: readonly TruceClaim[]): PartialDate | null =>
  claims.map(({ what }) => what.date).find((date) => date !== null) ?? null;

const SEALED_AFTER_DAYS = 7;

// Agreed in principle, then the text, then signed: until it is in force the last of these days is that of the agreement.
const sealedOn = (life: TruceLife, claims: readonly TruceClaim[]): PartialDate | null => {
  if (life.status !== 'agreed' || life.agreedOn === null) return null;
  const { agreedOn } = life;
  const anew = acting(claims, 'agreed').find(
    ({ what: { dated, date } }) =>
      dated && isDay(date) && date > addDays(lastDayOf(agreedOn), SEALED_AFTER_DAYS),
  );
  return anew?.what.date ?? null;
};

const dates = (
  life: TruceLife,
  status: TruceLife['status'],
  claims: readonly TruceClaim[],
  { day }: Turn,
): Pick<TruceLife, 'agreedOn' | 'since'> => ({
  agreedOn:
    sealedOn(life, claims) ?? life.agreedOn ?? firstDate(acting(claims, 'agreed')) ?? firstDate(claims),
  since: status === 'agreed' ? life.since : (life.since ?? firstDate(claims) ?? day),
});

const accuse = (life: TruceLife, claims: readonly TruceClaim[], { day }: Turn): TruceLife => {
  const fresh = (['US', 'CN'] as const)
    .filter((by) => acting(claims, 'alleged').some(({ what }) => what.by === by))
    .filter((by) => !life.accusations.some((one) => one.by === by))
    .map((by) => ({ by, on: day }));
  return fresh.length === 0 ? life : { ...life, accusations: [...life.accusations, ...fresh] };
};

// Strain is over when a later report has it simply in force.
const strain = (life: TruceLife, claims: readonly TruceClaim[], { day }: Turn): TruceLife => {
  if (acting(claims, 'strained').length > 0) return isAlive(life) ? altered(life, { strainedOn: day }) : life;
  const isCalm = life.strainedOn !== null && life.strainedOn < day && seen(claims).length > 0;
  return isCalm ? { ...life, strainedOn: null } : life;
};

const explicitFirst = (a: TruceClaim, b: TruceClaim): number =>
  Number(b.what.until !== null) - Number(a.what.until !== null);

/** What keeps it alive: agreed, in force, prolonged, strained, accused. */
const goOn = (life: TruceLife, claims: readonly TruceClaim[], turn: Turn): TruceLife => {
  const told = alive(claims);
  const accused = accuse(life, claims, turn);
  if (told.length === 0) return strain(accused, claims, turn);
  const status = statusOf(life, told);
  const backing = backed(told, turn);
  const same = life.status === status && !life.ranOut;
  const begun = altered(accused, {
    status,
    backing: same ? merge(turn.weighing, life.backing, backing) : backing,
    endedOn: null,
    ranOut: false,
    ...dates(life, status, told, turn),
  });
  const termed = [...told]
    .sort(explicitFirst)
    .reduce((next, { what }) => withTerm(next, what, turn.day), begun);
  return strain(termed, claims, turn);
};

const confirmEnd = (
  life: TruceLife,
  status: TruceLife['status'],
  backing: Backing,
  { weighing }: Turn,
): TruceLife =>
  life.status === status ? altered(life, { backing: merge(weighing, life.backing, backing) }) : life;

const end = (life: TruceLife, ends: readonly TruceClaim[], turn: Turn): TruceLife => {
  const status = acting(ends, 'collapsed').length > 0 ? 'collapsed' : 'expired';
  const backing = backed(ends, turn);
  if (hasEnded(life) && !life.ranOut) return confirmEnd(life, status, backing, turn);
  const lastDay = ends
    .map(({ what }) => what.until ?? (status === 'expired' ? what.date : null))
    .find((date) => date !== null);
  const until = lastDay ?? life.until;
  return { ...life, status, backing, until, ranOut: false, strainedOn: null, endedOn: turn.day, doubt: null };
};

const doubt = (life: TruceLife, says: string, backing: Backing, { day }: Turn): TruceLife => ({
  ...life,
  doubt: { says, backing, saidOn: day },
});

// A dated end prevails over what is only seen; an undated one has to be the firmer report.
const isEnd = (
  life: TruceLife,
  ends: readonly TruceClaim[],
  claims: readonly TruceClaim[],
  turn: Turn,
): boolean => {
  const sightings = seen(claims);
  if (hasEnded(life) || sightings.length === 0 || ends.some(({ what }) => what.dated)) return true;
  return weightOf(turn.weighing, backed(ends, turn)) > weightOf(turn.weighing, backed(sightings, turn));
};

/** One day of a truce. */
export const live = (life: TruceLife, claims: readonly TruceClaim[], turn: Turn): TruceLife => {
  if (claims.length === 0) return life;
  const said = altered(life, { lastSaid: life.status === 'proposed' ? turn.day : life.lastSaid });
  const named = claims.reduce((next, claim) => nameIt(next, claim, turn), said);
  const ends = acting(claims, 'collapsed', 'expired');
  if (ends.length > 0) {
    if (!isEnd(life, ends, claims, turn)) {
      return doubt(goOn(named, claims, turn), ends[0]?.what.act ?? '', backed(ends, turn), turn);
    }
    return end(hasEnded(life) ? named : goOn(named, alive(claims), turn), ends, turn);
  }
  return hasEnded(life) && alive(claims).length > 0 ? revive(named, claims, turn) : goOn(named, claims, turn);
};

// After its end a truce lives again when it is agreed or prolonged on a later day, or when it had only run out by the
// calendar and is seen in force; a mere sighting after a reported end has to outweigh that report.
const revive = (life: TruceLife, claims: readonly TruceClaim[], turn: Turn): TruceLife => {
  const { endedOn } = life;
  const anew = acting(claims, 'agreed', 'extended').some(
    ({ what }) => what.dated && endedOn !== null && turn.day > endedOn,
  );
  const sightings = seen(claims);
  if (anew || (life.ranOut && sightings.length > 0)) return goOn(life, claims, turn);
  if (sightings.length === 0) return life;
  const backing = merge(turn.weighing, life.doubt?.backing ?? [], backed(sightings, turn));
  const several = backing.length >= turn.weighing.policy.evidence.corroborated;
  return several && weightOf(turn.weighing, backing) > weightOf(turn.weighing, life.backing)
    ? goOn(life, claims, turn)
    : doubt(life, 'in_force', backing, turn);
};
