import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacet, type FacetValue, type Relation } from '@app/domain';
import { labelledRelation } from './labelled';

// Compares the tariff readings with the state of both sides after each step of the reference's timeline, from the labelled
// corpus.   node -r @swc-node/register test/validation/timeline.ts REFERENCE-FOLDER [--errors]

const reference = process.argv[2] ?? process.env['DETENTE_REFERENCE'];
if (reference === undefined) throw new Error('usage: timeline.ts REFERENCE-FOLDER (or DETENTE_REFERENCE)');

interface Listed {
  readonly rate: number | readonly number[];
}
interface Side {
  readonly additionalAllGoods: number | null;
  readonly components: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, Listed>>;
  readonly sector: Readonly<Record<string, Listed>>;
}
interface Step {
  readonly date: string;
  readonly kind: string;
  readonly title: string;
  readonly effect: { readonly US?: Side; readonly CN?: Side } & Readonly<Record<string, unknown>>;
}

// The reference's names of lists and sectors, as our facets go by.
const PRODUCTS: Readonly<Record<string, string>> = {
  'US/List 1': '$34bn',
  'US/List 2': '$16bn',
  'US/List 3': '$200bn',
  'US/List 4A': '$120bn',
  'CN/Retaliation to Section 232': '128-products',
  'CN/Retaliation to List 1': '$34bn',
  'CN/Retaliation to List 2': '$16bn',
  'CN/Retaliation to List 3': '$60bn',
  'CN/Retaliation to List 4A': '$75bn',
  'CN/February 2025: coal and LNG': 'coal',
  'CN/February 2025: crude oil, farm machinery, large cars, pickups': 'crude-oil',
  'CN/March 2025: chicken, wheat, corn, cotton': 'wheat',
  'CN/March 2025: soybeans, pork, beef, seafood, fruit, dairy': 'soybeans',
  'US/Section 232 steel': 'steel',
  'US/Section 232 aluminium': 'aluminium',
  'US/Section 232 cars': 'cars',
  'US/Section 232 car parts': 'car-parts',
  'US/Section 232 copper goods': 'copper-goods',
  'US/Section 232 timber': 'timber',
  'US/Section 232 upholstered furniture and cabinets': 'furniture',
  'US/Section 232 trucks': 'trucks',
  'US/Section 232 buses': 'buses',
  'US/Section 232 advanced chips (narrow)': 'advanced-chips',
  'US/Section 232 patented drugs': 'patented-drugs',
  'US/Section 301 electric vehicles': 'electric-vehicles',
  'US/Section 301 syringes and needles': 'syringes-and-needles',
  'US/Section 301 solar cells': 'solar-cells',
  'US/Section 301 steel and aluminium products': 'steel-and-aluminium-products',
  'US/Section 301 EV lithium-ion batteries and battery parts': 'ev-batteries',
  'US/Section 301 critical minerals': 'critical-minerals',
  'US/Section 301 ship-to-shore cranes': 'ship-to-shore-cranes',
  'US/Section 301 facemasks and respirators (first step)': 'facemasks',
  'US/Section 301 facemasks and respirators (second step)': 'facemasks',
  'US/Section 301 semiconductors': 'semiconductors',
  'US/Section 301 rubber gloves (first step)': 'rubber-gloves',
  'US/Section 301 rubber gloves (second step)': 'rubber-gloves',
  'US/Section 301 other lithium-ion batteries, permanent magnets, graphite': 'permanent-magnets',
  'US/Section 301 enteral syringes': 'enteral-syringes',
};

const PARTS: Readonly<Record<string, string>> = {
  'IEEPA fentanyl': 'fentanyl',
  'IEEPA reciprocal': 'reciprocal',
  'answer to reciprocal': 'retaliation',
  'Section 122': 'section_122',
  'Section 301 forced labour': 'section_301',
};

const steps = JSON.parse(readFileSync(join(reference, 'timeline.json'), 'utf8')) as readonly Step[];
const tally = new Map<string, { right: number; all: number }>();
const errors: string[] = [];

const count = (field: string, ok: boolean, told: () => string): void => {
  const one = tally.get(field) ?? { right: 0, all: 0 };
  tally.set(field, { right: one.right + Number(ok), all: one.all + 1 });
  if (!ok) errors.push(told());
};

const valueOf = (relation: Relation, facet: string, asOf: string): FacetValue | null =>
  readFacet(relation, facet, { asOf })?.value ?? null;

const top = (rate: Listed['rate']): number => (typeof rate === 'number' ? rate : Math.max(...rate));

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? (a ?? 0) === (b ?? 0) : Math.abs(a - b) <= 0.5;

const listedRate = (relation: Relation, key: string | undefined, date: string): number | null => {
  const value = key === undefined ? null : valueOf(relation, `tariff/${key}`, date);
  return value?.type === 'product_tariff' && value.status === 'in_effect' ? value.rate : null;
};

const compareListed = (relation: Relation, step: Step, side: 'US' | 'CN', want: Side): void => {
  for (const [kind, listed] of [
    ['lists', want.lists],
    ['sectors', want.sector],
  ] as const) {
    for (const [name, { rate }] of Object.entries(listed)) {
      const key = PRODUCTS[`${side}/${name}`];
      const read = listedRate(relation, key === undefined ? undefined : `${side}/${key}`, step.date);
      count(
        kind,
        near(top(rate), read),
        () => `${step.date} ${side} ${name} (${key}): want ${top(rate)}, got ${read}`,
      );
    }
  }
};

const compareSide = (relation: Relation, step: Step, side: 'US' | 'CN', want: Side): void => {
  const value = valueOf(relation, `tariff/${side}`, step.date);
  const { rate, parts } = value?.type === 'tariff' ? value : { rate: null, parts: [] };
  const where = `${step.date} ${side}`;
  const all = want.additionalAllGoods;
  count('all goods', near(all, rate), () => `${where} all goods: want ${all}, got ${rate}`);
  for (const [name, wanted] of Object.entries(want.components)) {
    const part = parts.find(({ authority }) => authority === PARTS[name])?.rate ?? null;
    count('components', near(wanted, part), () => `${where} ${name}: want ${wanted}, got ${part}`);
  }
  compareListed(relation, step, side, want);
};

const near1 = (a: string, b: string | null): boolean =>
  b !== null && (a.startsWith(b) || Math.abs(Date.parse(a) - Date.parse(b)) <= 4 * 86_400_000);

/** Meetings: was one of the kind held about that day? Truces: does one of the name have the status? */
const compareEvent = (relation: Relation, { date, kind, title, effect }: Step): void => {
  if (kind === 'meeting' && effect['status'] === 'held') {
    // The reference dates a round by its first day, reports by its last.
    const after = new Date(Date.parse(date) + 4 * 86_400_000).toISOString().slice(0, 10);
    const value = valueOf(relation, `meetings/${String(effect['kind'])}`, after);
    const held = value?.type === 'meetings' ? value.recent.filter(({ status }) => status === 'held') : [];
    count(
      'meetings held',
      held.some((one) => near1(date, one.date)),
      () => `${date} ${title}: got ${held.map((one) => one.date).join(', ')}`,
    );
  }
  if (kind === 'truce') {
    const value = valueOf(relation, 'truce', date);
    const got = value?.type === 'truce' ? [value, ...value.beside] : [];
    const words = String(effect['name'])
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const named = got.find(({ name }) =>
      (name ?? '')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .some((word) => words.includes(word)),
    );
    count(
      'truces',
      named?.status === effect['status'],
      () =>
        `${date} ${title}: want ${String(effect['name'])} ${String(effect['status'])}, got ${named?.name} ${named?.status}`,
    );
  }
};

const relation = labelledRelation();
let sides: Step['effect'] = {};
for (const step of steps) {
  if (step.effect.US) sides = step.effect;
  if (sides.US) compareSide(relation, step, 'US', sides.US);
  if (sides.CN) compareSide(relation, step, 'CN', sides.CN);
  compareEvent(relation, step);
}

console.log(`${steps.length} steps`);
for (const [field, { right, all }] of tally) {
  console.log(`${field.padEnd(14)} ${right} of ${all}  ${((100 * right) / all).toFixed(1)} %`);
}
if (process.argv.includes('--errors')) console.log(errors.join('\n'));
