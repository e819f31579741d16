import { type Extraction, type Observation } from '@app/contracts';

/** One line of the gold corpus' form: key fields and details, with the evidence as bare words. */
export interface SchemaForm {
  readonly id: string;
  readonly relevant: boolean;
  readonly direction: Extraction['direction'];
  readonly observations: readonly Readonly<Record<string, unknown>>[];
}

const bookkeeping = new Set([
  'id',
  'evidence',
  'sentence',
  'ruleId',
  'confidence',
  'news',
  'source',
  'trace',
]);

const line = (observation: Observation): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(observation).filter(([field]) => !bookkeeping.has(field))),
  evidence: observation.evidence.text,
});

/** The extraction as the gold corpus writes it; `externalId` is the article's name there. */
export const toSchemaForm = (externalId: string, extraction: Extraction): SchemaForm => ({
  id: externalId,
  relevant: extraction.relevant,
  direction: extraction.direction,
  observations: extraction.observations.map(line),
});
