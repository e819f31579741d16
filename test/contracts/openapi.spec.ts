import { z } from 'zod';
import { mergedOpenApi } from './openapi';

const schemas = z.record(
  z.string(),
  z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }),
);

describe('the OpenAPI document', () => {
  // Swagger takes `type: [string, null]`, as zod writes a bare text or null, for a list.
  it.each([
    ['ChangesAnswer', 'next'],
    ['FactsAnswer', 'next'],
    ['StateAnswer', 'recordedAt'],
    ['StateAnswer', 'knownAt'],
    ['ArticleAnswer', 'externalId'],
  ])('tells of %s that %s is a text or null, no list', async (answer, field) => {
    const { components } = await mergedOpenApi();
    expect(schemas.parse(components?.schemas)[answer]?.properties?.[field]).toMatchObject({
      anyOf: [{ type: 'string' }, { type: 'null' }],
    });
  });
});
