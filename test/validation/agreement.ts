/** One value of the reference against ours, on one step of the timeline. Percent, or a day in words. */
export interface Comparison {
  readonly field: string;
  readonly date: string;
  /** What is compared, as `US across the board` or `CN $60bn`. */
  readonly what: string;
  readonly want: number | string | null;
  readonly got: number | string | null;
  /** What each of the two says within the week after; to tell early and late from wrong. */
  readonly soon: { readonly want: readonly Value[]; readonly got: readonly Value[] };
  /** The articles that ours rests on, by name. */
  readonly because: readonly string[];
}
type Value = number | string | null;

const NEAR_POINTS = 0.5;

/** Equal, or two rates within half a point. No rate and a rate of nought are one. */
export const agree = (want: Value, got: Value): boolean => {
  if (typeof want === 'string' || typeof got === 'string') return want === got;
  return Math.abs((want ?? 0) - (got ?? 0)) <= NEAR_POINTS;
};

export const KINDS = ['early', 'late', 'missing', 'other value', 'not in the reference'] as const;
export type Kind = (typeof KINDS)[number];

const EXPLAINED: Readonly<Record<Kind, string>> = {
  early: 'ours is up to a week before the reference',
  late: 'ours gets there within a week',
  missing: 'ours has nothing where the reference has a value',
  'other value': 'both have a value and they differ',
  'not in the reference': 'ours has a value where the reference has none',
};
export const explained = (kind: Kind): string => EXPLAINED[kind];

const absent = (value: Value): boolean => value === null || value === 0;

/** The class of a disagreement. */
export const kindOf = ({ want, got, soon }: Pick<Comparison, 'want' | 'got' | 'soon'>): Kind => {
  if (soon.want.some((value) => agree(value, got))) return 'early';
  if (soon.got.some((value) => agree(want, value))) return 'late';
  if (absent(want)) return 'not in the reference';
  return absent(got) ? 'missing' : 'other value';
};

/** The same disagreement over consecutive steps. */
export interface Disagreement extends Omit<Comparison, 'soon' | 'date'> {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  readonly steps: number;
}

/** Disagreements, each once with the steps over which it holds, in order of their first day. */
export const disagreements = (comparisons: readonly Comparison[]): readonly Disagreement[] => {
  const open = new Map<string, Disagreement>();
  const all: Disagreement[] = [];
  const close = (key: string): void => {
    const one = open.get(key);
    if (one !== undefined) all.push(one);
    open.delete(key);
  };
  for (const { date, soon, ...one } of comparisons) {
    const key = `${one.field}/${one.what}`;
    const running = open.get(key);
    if (agree(one.want, one.got)) {
      close(key);
      continue;
    }
    const same = running?.want === one.want && running.got === one.got;
    if (same) {
      open.set(key, { ...running, to: date, steps: running.steps + 1 });
      continue;
    }
    close(key);
    open.set(key, { ...one, kind: kindOf({ ...one, soon }), from: date, to: date, steps: 1 });
  }
  for (const key of [...open.keys()]) close(key);
  return all.sort((a, b) => (a.from + a.what < b.from + b.what ? -1 : 1));
};

export interface Share {
  readonly right: number;
  readonly all: number;
}

/** Agreement by field, in the order in which the fields come up. */
export const shares = (comparisons: readonly Comparison[]): ReadonlyMap<string, Share> => {
  const found = new Map<string, Share>();
  for (const { field, want, got } of comparisons) {
    const { right, all } = found.get(field) ?? { right: 0, all: 0 };
    found.set(field, { right: right + (agree(want, got) ? 1 : 0), all: all + 1 });
  }
  return found;
};

export const total = (of: Iterable<Share>): Share =>
  [...of].reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }), {
    right: 0,
    all: 0,
  });
