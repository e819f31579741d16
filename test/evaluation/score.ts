import { isNone, type Line, type ObservationType, type Value } from './corpus';

type Agrees = (gold: Value | undefined, read: Value | undefined) => boolean;

const same: Agrees = (gold, read) => (gold ?? null) === (read ?? null);
const rate: Agrees = (gold, read) =>
  typeof gold === 'number' && typeof read === 'number' ? Math.abs(gold - read) <= 0.5 : same(gold, read);
const near: Agrees = (gold, read) =>
  typeof gold === 'number' &&
  typeof read === 'number' &&
  Math.abs(gold - read) <= Math.max(0.5, 0.1 * Math.abs(gold));
const asDay: Agrees = (gold, read) => typeof read === 'string' && read.startsWith(String(gold));
const wordsOf = (of: Value | undefined): Set<string> =>
  new Set(
    String(of)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [],
  );
const shareAWord: Agrees = (gold, read) => {
  if (isNone(read)) return false;
  const words = wordsOf(read);
  return [...wordsOf(gold)].some((word) => words.has(word));
};

interface Key {
  readonly field: string;
  readonly agrees: Agrees;
  /** Where given, the field counts only with this status. */
  readonly with?: string;
}
const key = (field: string, agrees = same): Key => ({ field, agrees });

/** The fields that make an observation the one that was labelled. */
const KEYS: Readonly<Record<ObservationType, readonly Key[]>> = {
  tariff: [key('status'), key('imposer'), key('rate', rate)],
  truce: [key('status'), { field: 'by', agrees: same, with: 'violation_alleged' }],
  meeting: [key('status'), key('kind'), { field: 'host', agrees: same, with: 'invited' }],
  measure: [key('status'), key('actor'), key('kind')],
  dispute: [key('claimant'), key('denier')],
  stance: [key('actor'), key('tone')],
};

/** The other fields, counted where the label has a value. */
const DETAILS: Readonly<Record<ObservationType, Readonly<Record<string, Agrees>>>> = {
  tariff: { rateFrom: near, scope: same, effective: asDay, until: asDay },
  truce: { name: shareAWord, date: asDay, until: asDay, durationDays: near },
  meeting: { date: asDay, place: shareAWord, durationMinutes: near, initiator: same },
  measure: { subject: shareAWord },
  dispute: {},
  stance: {},
};

const isType = (type: string): type is ObservationType => type in KEYS;

/** The key fields in which two observations of one type differ; null where their types do. */
export const differences = (gold: Line, read: Line): readonly string[] | null => {
  if (gold.type !== read.type || !isType(gold.type)) return null;
  return KEYS[gold.type]
    .filter((k) => k.with === undefined || gold['status'] === k.with)
    .filter((k) => !k.agrees(gold[k.field], read[k.field]))
    .map((k) => k.field);
};

interface Share {
  readonly right: number;
  readonly all: number;
}

const details = (gold: Line, read: Line): Share => {
  const told = isType(gold.type)
    ? Object.entries(DETAILS[gold.type]).filter(([field]) => !isNone(gold[field]))
    : [];
  return {
    right: told.filter(([field, agrees]) => agrees(gold[field], read[field])).length,
    all: told.length,
  };
};

export interface Pair {
  /** Index of the label, and of what was read. */
  readonly gold: number;
  readonly read: number;
  readonly details: Share;
}

/** One to one, greedily: required labels first, then the most details right, then what was read first. */
export const match = (gold: readonly Line[], read: readonly Line[]): readonly Pair[] => {
  const pairs = gold.flatMap((g, i) =>
    read.flatMap((r, j) =>
      differences(g, r)?.length === 0
        ? [{ gold: i, read: j, required: g['required'] === true ? 1 : 0, details: details(g, r) }]
        : [],
    ),
  );
  pairs.sort((a, b) => b.required - a.required || b.details.right - a.details.right || a.read - b.read);
  const usedGold = new Set<number>();
  const usedRead = new Set<number>();
  return pairs.filter((pair) => {
    if (usedGold.has(pair.gold) || usedRead.has(pair.read)) return false;
    usedGold.add(pair.gold);
    usedRead.add(pair.read);
    return true;
  });
};
