import { sameSubject } from './rules/measure/subject';
import { type TraceStep } from '@app/contracts';
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

/** What, where both readings give it and they differ, makes two things of one key: two rounds of talks. */
const apartOf = (r: Reading): readonly (string | number | null)[] => {
  switch (r.type) {
    case 'tariff':
      return [r.fields.product, r.fields.effective, r.fields.rateFrom];
    case 'truce':
      return [r.fields.name];
    case 'meeting':
      return [r.fields.date, r.fields.place, r.fields.host];
    case 'measure':
    case 'dispute':
    case 'stance':
      return [];
  }
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

/** A reading while others are joined to it. */
interface Kept {
  readonly reading: Reading;
  readonly apart: readonly (string | number | null)[];
  /** Grows with each that is joined: copied every time, a text that says one thing a thousand times would cost its square. */
  readonly trace: TraceStep[];
}

const keep = (reading: Reading, trace: TraceStep[]): Kept => ({ reading, apart: apartOf(reading), trace });

const same = (a: Kept, b: Kept): boolean => {
  if (a.reading.type === 'measure' && b.reading.type === 'measure')
    return sameSubject(a.reading.fields.subject, b.reading.fields.subject);
  const isMeeting = a.reading.type === 'meeting';
  return a.apart.every(
    (value, i) => agree(value, b.apart[i]) || (isMeeting && i === 0 && close(value, b.apart[i])),
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

/** What the better reading's fields lack or tell less finely than the other's. */
const missing = (better: object, other: object): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  for (const field of Object.keys(better)) {
    const value: unknown = Reflect.get(better, field);
    const more: unknown = Reflect.get(other, field);
    const fuller = finer(value ?? more ?? null, more);
    if (fuller !== value) found[field] = fuller;
  }
  return found;
};

const better = (a: Reading, b: Reading): boolean =>
  a.priority > b.priority || (a.priority === b.priority && a.confidence >= b.confidence);

const withFields = <R extends Reading>(first: R, second: Reading): R => ({
  ...first,
  fields: Object.assign({ ...first.fields }, missing(first.fields, second.fields)),
  news: first.news || second.news,
});

/** A reading with every empty field filled from another of the same thing; what they disagree on stays the better one's. */
const join = (a: Kept, b: Kept): Kept => {
  const [first, second] = better(a.reading, b.reading) ? [a, b] : [b, a];
  first.trace.push({
    step: 'merged',
    detail: `with ${second.reading.ruleId} in sentence ${second.reading.sentence.i}`,
  });
  return keep(withFields(first.reading, second.reading), first.trace);
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

/** "Beijing protests at American fees", "the rules restrict exports": told once more of what another sentence says is announced or done. */
const isEcho = (r: Reading, all: readonly Reading[]): boolean =>
  r.type === 'measure' &&
  r.fields.status === 'in_effect' &&
  !r.trace.some(({ step }) => step === 'merged') &&
  (r.sentence.headline ? !r.news : r.clause.tense === 'present') &&
  all.some(
    (other) =>
      other.type === 'measure' &&
      other.news &&
      other.fields.status === 'announced' &&
      other.fields.actor === r.fields.actor &&
      other.fields.kind === r.fields.kind,
  );

/** One reading a thing, in the order of the text. Readings of different keys stay side by side, contradictions too. */
export const merge = (readings: readonly Reading[]): Reading[] => {
  const byKey = new Map<string, Kept[]>();
  for (const reading of readings) {
    const next = keep(reading, [...reading.trace]);
    const key = keyOf(reading);
    const list = byKey.get(key) ?? [];
    const at = list.findIndex((kept) => same(kept, next));
    const kept = at < 0 ? undefined : list[at];
    if (kept === undefined) list.push(next);
    else list[at] = join(kept, next);
    byKey.set(key, list);
  }
  const merged = [...byKey.values()].flat().map(({ reading, trace }): Reading => ({ ...reading, trace }));
  return merged
    .filter((r) => !isVaguer(r, merged) && !isBackground(r, merged) && !isEcho(r, merged))
    .sort((a, b) => a.evidence.from - b.evidence.from);
};
