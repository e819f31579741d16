import { z } from 'zod';
import { partialDate, party } from './primitives';

/** Where in the article the words stand. `in` says which text the offsets (UTF-16 units, end exclusive) count. */
export const evidence = z.object({
  in: z.enum(['title', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

/** One step of the chain that led to an observation, as `explain` prints it. */
export const traceStep = z.object({ step: z.string(), detail: z.string() });
export type TraceStep = z.infer<typeof traceStep>;

const common = {
  id: z.uuid(),
  evidence,
  /** The sentence that holds the evidence, whole. */
  sentence: evidence,
  ruleId: z.string(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** True for what the article brings as new, false for background. */
  news: z.boolean(),
  /** Whose word it is: a side's, a third party's, or the reporter's own. */
  source: z.enum(['US', 'CN', 'other', 'reporter']),
  trace: z.array(traceStep),
};

/** What a tariff rate counts: see docs/glossary.md. */
export const tariffBasis = z.enum([
  'additional',
  'cumulative_total',
  'total_with_older',
  'average',
  'effective',
  'sector',
  'unknown',
]);
export type TariffBasis = z.infer<typeof tariffBasis>;
export const tariffAuthority = z.enum([
  'section_301',
  'ieepa',
  'fentanyl',
  'reciprocal',
  'section_232',
  'section_201',
  'section_122',
  'retaliation',
]);
export type TariffAuthority = z.infer<typeof tariffAuthority>;

export const tariffObservation = z.object({
  ...common,
  type: z.literal('tariff'),
  imposer: party,
  /** Percent. */
  rate: z.number().nullable(),
  rateFrom: z.number().nullable(),
  status: z.enum(['in_effect', 'announced', 'threatened', 'suspended', 'past']),
  scope: z.enum(['all', 'product']),
  product: z.string().nullable(),
  effective: partialDate.nullable(),
  until: partialDate.nullable(),
  basis: tariffBasis,
  authority: tariffAuthority.nullable(),
  /** Billions of US dollars of goods covered, where told. */
  tradeUsdBn: z.number().nullable(),
  /** The day on which it was announced or threatened, where told and before the report. Missing in readings of engines that did not tell it. */
  announcedOn: z.iso.date().optional(),
});

export const truceObservation = z.object({
  ...common,
  type: z.literal('truce'),
  status: z.enum([
    'proposed',
    'agreed',
    'in_force',
    'extended',
    'strained',
    'violation_alleged',
    'collapsed',
    'expired',
  ]),
  by: party.nullable(),
  name: z.string().nullable(),
  date: partialDate.nullable(),
  until: partialDate.nullable(),
  durationDays: z.number().nullable(),
});

export const meetingObservation = z.object({
  ...common,
  type: z.literal('meeting'),
  kind: z.enum(['leader_call', 'leader_meeting', 'trade_talks']),
  status: z.enum(['proposed', 'invited', 'agreed', 'scheduled', 'held', 'postponed', 'cancelled', 'denied']),
  date: partialDate.nullable(),
  place: z.string().nullable(),
  host: party.nullable(),
  durationMinutes: z.number().nullable(),
  initiator: party.nullable(),
});

export const measureObservation = z.object({
  ...common,
  type: z.literal('measure'),
  actor: party,
  kind: z.enum([
    'export_control',
    'visa',
    'entity_listing',
    'port_fee',
    'investment_restriction',
    'purchase',
    'import_ban',
    'investigation',
    'sanction',
    'other',
  ]),
  /** Short, lower case: `rare earths`. */
  subject: z.string(),
  status: z.enum(['in_effect', 'announced', 'threatened', 'suspended', 'eased', 'lifted', 'pledged']),
  /** The day that it starts, was made or ends, where told. */
  date: partialDate.nullable(),
  until: partialDate.nullable(),
});

export const disputeObservation = z.object({
  ...common,
  type: z.literal('dispute'),
  claimant: party,
  denier: party,
  about: z.string(),
});

export const stanceObservation = z.object({
  ...common,
  type: z.literal('stance'),
  actor: party,
  tone: z.enum(['conciliatory', 'cautious', 'hostile']),
});

/** One thing that one article states. */
export const observation = z.discriminatedUnion('type', [
  tariffObservation,
  truceObservation,
  meetingObservation,
  measureObservation,
  disputeObservation,
  stanceObservation,
]);
export type Observation = z.infer<typeof observation>;
export type TariffObservation = z.infer<typeof tariffObservation>;
export type TruceObservation = z.infer<typeof truceObservation>;
export type MeetingObservation = z.infer<typeof meetingObservation>;
export type MeasureObservation = z.infer<typeof measureObservation>;
export type DisputeObservation = z.infer<typeof disputeObservation>;
export type StanceObservation = z.infer<typeof stanceObservation>;
export type ObservationType = Observation['type'];

export const direction = z.enum(['escalation', 'de-escalation', 'mixed', 'neutral']);
export type Direction = z.infer<typeof direction>;

/** What an engine read in an article: the value of `observations.extracted.v1` beside the article itself. */
export const extraction = z.object({
  relevant: z.boolean(),
  /** Why it is not relevant, or why nothing could be read (`not English`); null when there is nothing to say. */
  reason: z.string().nullable(),
  direction,
  /** ISO 639 code of the language that was recognised, `und` when none. */
  language: z.string(),
  /** MinHash, 128 numbers over word 3-shingles: the same text in ten papers is one source. Empty for an empty text. */
  signature: z.array(z.int()),
  observations: z.array(observation),
});
export type Extraction = z.infer<typeof extraction>;

export const engine = z.object({ id: z.string(), version: z.string() });
export type Engine = z.infer<typeof engine>;
