import { z } from 'zod';
import { articleReceived, EVENT_TYPES, observationsExtracted } from './topics';
import { relationChanged } from './changes';
import { facetState } from './state';

const schemas = {
  [EVENT_TYPES.articleReceived]: articleReceived,
  [EVENT_TYPES.observationsExtracted]: observationsExtracted,
  [EVENT_TYPES.relationChanged]: relationChanged,
  [EVENT_TYPES.facetState]: facetState,
} as const;

/** Where the schema of a type is served, below the query service's address; `ce_dataschema` names it in full. */
export const schemaPath = (eventType: string): string => `/schemas/${eventType}.json`;

/** JSON Schema (2020-12) of each event type's data. Fields may be added within a version: readers ignore unknown ones. */
export const jsonSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [
      type,
      { $id: schemaPath(type), title: type, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  );
