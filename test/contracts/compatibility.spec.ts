import { jsonSchemas } from '@app/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { breaksBetween } from './compatibility';

const RELEASED = path.resolve(__dirname, '../../docs/schemas/released/v1');
const ADVICE = [
  'Within v1 a message keeps every field, with its type and its words; fields that come new are optional.',
  'So put the old form back beside the new one, or publish the new form as a type of its own (….v2) next to the old.',
  "If nothing is deployed anywhere that reads v1, `npm run docs -- --release` makes today's schemas the released ones.",
].join('\n');

const readReleased = (type: string): unknown =>
  JSON.parse(readFileSync(path.join(RELEASED, `${type}.json`), 'utf8'));

describe('the schemas keep what was promised with docs/schemas/released', () => {
  const today = jsonSchemas();

  it('has a released schema of each type, and a type for each', () => {
    const released = readdirSync(RELEASED).map((file) => path.basename(file, '.json'));
    expect(released.sort()).toEqual(Object.keys(today).sort());
  });

  it.each(Object.keys(today))('%s', (type) => {
    const breaks = breaksBetween(type, readReleased(type), today[type]).map(
      ({ at, what }) => `${at}: ${what}`,
    );
    if (breaks.length > 0) throw new Error(`${breaks.join('\n')}\n\n${ADVICE}`);
  });
});

const base = {
  type: 'object',
  properties: {
    late: { type: 'boolean' },
    kind: { type: 'string', enum: ['appeared', 'gone'] },
    note: { type: 'string' },
    score: { type: 'number', minimum: 0 },
    to: { anyOf: [{ $ref: '#/$defs/Value' }, { type: 'null' }] },
    list: { type: 'array', items: { type: 'string' } },
  },
  required: ['late', 'kind', 'score', 'to'],
  $defs: {
    Value: {
      'x-extensible': true,
      oneOf: [
        {
          type: 'object',
          properties: { type: { const: 'tariff' }, rate: { type: 'number' } },
          required: ['type'],
        },
        {
          type: 'object',
          properties: { type: { const: 'truce' }, status: { enum: ['agreed', 'expired'] } },
          required: ['type', 'status'],
        },
      ],
    },
  },
};
type Base = typeof base;

/** A copy of the base with one edit. */
const edited = (edit: (schema: Base) => unknown): unknown => {
  const copy = structuredClone(base);
  edit(copy);
  return copy;
};
const found = (edit: (schema: Base) => unknown): string[] =>
  breaksBetween('x', base, edited(edit)).map(({ at, what }) => `${at}: ${what}`);

describe('breaksBetween finds', () => {
  it.each<[string, (schema: Base) => unknown, string[]]>([
    [
      'a removed field',
      (schema) => Reflect.deleteProperty(schema.properties, 'late'),
      ['x/late: the field was removed'],
    ],
    [
      'a renamed field',
      ({ properties, required }) => {
        Object.assign(properties, { tardy: properties.late });
        Reflect.deleteProperty(properties, 'late');
        required.splice(0, 1, 'tardy');
      },
      [
        'x/late: the field was removed',
        'x/tardy: a new field is required; earlier messages lack it: make it optional',
      ],
    ],
    [
      'a field that may be missing now',
      ({ required }) => required.shift(),
      ['x/late: the field may be missing now'],
    ],
    [
      'a field that is required now',
      ({ required }) => required.push('note'),
      ['x/note: the field is required now; earlier messages may lack it'],
    ],
    [
      'a changed type',
      ({ properties }) => (properties.score.type = 'string'),
      ['x/score: type was "number", is "string"'],
    ],
    [
      'a changed type of items',
      ({ properties }) => (properties.list.items.type = 'object'),
      ['x/list/items: type was "string", is "object"'],
    ],
    ['a changed limit', ({ properties }) => (properties.score.minimum = 1), ['x/score: minimum was 0, is 1']],
    [
      'a narrowed enum',
      ({ properties }) => properties.kind.enum.pop(),
      ['x/kind: ["gone"] can be no value any more'],
    ],
    [
      'a word more where nothing may grow',
      ({ properties }) => properties.kind.enum.push('changed'),
      ['x/kind: ["changed"] can be a value now'],
    ],
    [
      'a value that can be null no more',
      ({ properties }) => properties.to.anyOf.pop(),
      ['x/to/null: this possibility was removed'],
    ],
    [
      'a removed type of value, behind a reference',
      ({ $defs }) => $defs.Value.oneOf.pop(),
      ['x/to/union/type=truce: this possibility was removed'],
    ],
    [
      'a word less where words may be added',
      ({ $defs }) => $defs.Value.oneOf[1]?.properties.status?.enum.pop(),
      ['x/to/union/type=truce/status: ["expired"] can be no value any more'],
    ],
  ])('%s', (_, edit, breaks) => {
    expect(found(edit)).toEqual(breaks);
  });
});

describe('breaksBetween lets pass', () => {
  it.each<[string, (schema: Base) => unknown]>([
    ['nothing new', () => undefined],
    ['a new optional field', ({ properties }) => Object.assign(properties, { colour: { type: 'string' } })],
    ['another description', (schema) => Object.assign(schema.properties.late, { description: 'Late.' })],
    [
      'a type more where it may grow',
      ({ $defs }) =>
        $defs.Value.oneOf.push({
          type: 'object',
          properties: { type: { const: 'fee' }, status: { enum: ['due'] } },
          required: ['type', 'status'],
        }),
    ],
    [
      'a word more where it may grow',
      ({ $defs }) => $defs.Value.oneOf[1]?.properties.status?.enum.push('collapsed'),
    ],
  ])('%s', (_, edit) => {
    expect(found(edit)).toEqual([]);
  });
});
