import { z } from 'zod';
import { relationChanged } from './changes';
import { facetState } from './state';
import { articleReceived, EVENT_TYPES, observationsExtracted } from './topics';

const schemas = {
  [EVENT_TYPES.articleReceived]: articleReceived,
  [EVENT_TYPES.observationsExtracted]: observationsExtracted,
  [EVENT_TYPES.relationChanged]: relationChanged,
  [EVENT_TYPES.facetState]: facetState,
} as const;

/** Where the schema of a type is served, below the query service's address; `ce_dataschema` names it in full. */
export const schemaPath = (eventType: string): string => `/schemas/${eventType}.json`;

/** `format` says a day, a moment or a uuid in every language; zod's pattern beside it says it again, unreadably. */
const plain = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  delete jsonSchema.readOnly;
};

/** JSON Schema (2020-12) of each event type's data. Fields may be added within a version: readers ignore unknown ones. */
export const jsonSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', override: plain });
      return [type, { $schema, $id: schemaPath(type), title: type, ...rest }];
    }),
  );
