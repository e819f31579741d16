import { sameSubject } from './rules/measure/subject';
import { type Reading } from './rules/rule';

/** Fields that say which thing a reading is about; two readings that agree in them are one observation. */
export const keyOf = (r: Reading): string => {
  switch (r.type) {
    case 'tariff':
      return ['tariff', r.fields.imposer, r.fields.rate, r.fields.status].join('|');
    case 'truce':
      return ['truce', r.fields.status, r.fields.status === 'violation_alleged' ? r.fields.by : ''].join('|');
    case 'meeting':
      return [
        'meeting',
        r.fields.kind,
        r.fields.status,
        r.fields.status === 'invited' ? r.fields.host : '',
      ].join('|');
    case 'measure':
      return ['measure', r.fields.actor, r.fields.kind, r.fields.status].join('|');
    case 'dispute':
      return ['dispute', r.fields.claimant, r.fields.denier].join('|');
    case 'stance':
      return ['stance', r.fields.actor].join('|');
  }
};

/** Fields that, where both readings give them and they differ, make two things of one key: two rounds of talks. */
const apart: Readonly<Record<string, readonly string[]>> = {
  tariff: ['product', 'effective', 'rateFrom'],
  truce: ['name'],
  meeting: ['date', 'place', 'host'],
  measure: [],
  dispute: [],
  stance: [],
};

/** A less precise date agrees with a more precise one. */
const agree = (a: unknown, b: unknown): boolean => {
  if (a === null || b === null || a === undefined || b === undefined || a === b) return true;
  return typeof a === 'string' && typeof b === 'string' && (a.startsWith(b) || b.startsWith(a));
};

/** Days of one round of talks or one summit lie so close together. */
const ROUND = 4 * 86_400_000;

const close = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' &&
  typeof b === 'string' &&
  a.length === 10 &&
  b.length === 10 &&
  Math.abs(Date.parse(a) - Date.parse(b)) <= ROUND;

const same = (a: Reading, b: Reading): boolean => {
  if (a.type === 'measure' && b.type === 'measure') return sameSubject(a.fields.subject, b.fields.subject);
  const left = new Map(Object.entries(a.fields));
  const right = new Map(Object.entries(b.fields));
  return (apart[a.type] ?? []).every(
    (field) =>
      agree(left.get(field), right.get(field)) ||
      (a.type === 'meeting' && field === 'date' && close(left.get(field), right.get(field))),
  );
};

/** Of two dates that agree the more precise one: "2025-06-05" rather than "2025-06". */
const finer = (value: unknown, other: unknown): unknown =>
  typeof value === 'string' &&
  typeof other === 'string' &&
  /^\d{4}(?:-\d\d)?$/.test(value) &&
  other.startsWith(value)
    ? other
    : value;

/** The better reading's fields, its gaps filled from the other. */
const filled = (better: object, other: object): Record<string, unknown> => {
  const more = new Map<string, unknown>(Object.entries(other));
  return Object.fromEntries(
    Object.entries(better).map(([field, value]) => [
      field,
      finer(value ?? more.get(field) ?? null, more.get(field)),
    ]),
  );
};

const better = (a: Reading, b: Reading): boolean =>
  a.priority > b.priority || (a.priority === b.priority && a.confidence >= b.confidence);

/** A reading with every empty field filled from another of the same thing; what they disagree on stays the better one's. */
const join = <R extends Reading>(a: R, b: R): R => {
  const first = better(a, b) ? a : b;
  const second = first === a ? b : a;
  const trace = [
    ...first.trace,
    { step: 'merged', detail: `with ${second.ruleId} in sentence ${second.sentence.i}` },
  ];
  const fields = filled(first.fields, second.fields);
  return Object.assign({}, first, {
    fields: Object.assign({}, first.fields, fields),
    news: first.news || second.news,
    trace,
  });
};

/** "Agreed to meet" is said as well of a meeting that another sentence gives a date. */
const isVaguer = (r: Reading, all: readonly Reading[]): boolean =>
  r.type === 'meeting' &&
  r.fields.status === 'agreed' &&
  r.fields.date === null &&
  all.some(
    (other) =>
      other.type === 'meeting' &&
      other.fields.kind === r.fields.kind &&
      other.fields.status === 'scheduled' &&
      agree(other.fields.place, r.fields.place) &&
      agree(other.fields.host, r.fields.host),
  );

/** A pact that the text says is concluded just now, over, or prolonged is not told once more as merely standing. */
const isBackground = (r: Reading, all: readonly Reading[]): boolean =>
  r.type === 'truce' &&
  r.fields.status === 'in_force' &&
  r.fields.date === null &&
  r.fields.until === null &&
  all.some(
    (other) =>
      other.type === 'truce' &&
      /^(?:agreed|collapsed|expired|extended)$/.test(other.fields.status) &&
      other.news &&
      agree(other.fields.name, r.fields.name),
  );

/** One reading a thing, in the order of the text. Readings of different keys stay side by side, contradictions too. */
export const merge = (readings: readonly Reading[]): Reading[] => {
  const byKey = new Map<string, Reading[]>();
  for (const reading of readings) {
    const list = byKey.get(keyOf(reading)) ?? [];
    const at = list.findIndex((other) => same(other, reading));
    const other = list[at];
    if (other === undefined) list.push(reading);
    else list[at] = join(other, reading);
    byKey.set(keyOf(reading), list);
  }
  const merged = [...byKey.values()].flat();
  return merged
    .filter((r) => !isVaguer(r, merged) && !isBackground(r, merged))
    .sort((a, b) => a.evidence.from - b.evidence.from);
};
