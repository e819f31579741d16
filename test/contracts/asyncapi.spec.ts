import { jsonSchemas } from '@app/contracts';
import { sampleMessages } from '@app/testing';
import { Parser } from '@asyncapi/parser';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { asyncApi } from './asyncapi';

/** Errors (0) and warnings (1), as `path: what`. */
const faultsOf = async (document: object): Promise<string[]> =>
  (await new Parser().validate(JSON.stringify(document)))
    .filter(({ severity }) => ![2, 3].includes(severity))
    .map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('docs/asyncapi.json', () => {
  it('is a valid AsyncAPI 3 document', async () => {
    expect(await faultsOf(asyncApi())).toEqual([]);
  }, 60_000);

  it('would be told from one that is not', async () => {
    expect(await faultsOf({ ...asyncApi(), channels: { x: { messages: 1 } } })).not.toEqual([]);
  }, 60_000);
});

describe('the JSON Schemas', () => {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    keywords: ['x-extensible'],
    allowUnionTypes: true,
  });
  addFormats(ajv);
  const schemas = jsonSchemas();
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);

  it.each(Object.entries(sampleMessages).filter(([, { data }]) => data !== null))(
    'take the sample %s',
    (_, sample) => {
      const valid = ajv.validate(`/schemas/${sample.type}.json`, sample.data);
      expect(valid ? [] : ajv.errors).toEqual([]);
    },
  );

  it('take fields that they do not know, and refuse a message that lacks one that they do', () => {
    const { late, ...rest } = sampleMessages.relationChanged.data;
    const id = `/schemas/${sampleMessages.relationChanged.type}.json`;
    expect([ajv.validate(id, { ...rest, late, later: 1 }), ajv.validate(id, rest)]).toEqual([true, false]);
  });
});
