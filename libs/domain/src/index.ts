export { type Assertion, type Source } from './evidence/assertion';
export type {
  ArticleObserved,
  ArticleRetracted,
  Correction,
  DayPassed,
  OperatorCorrected,
  RelationInput,
} from './inputs';
export { DEFAULT_POLICY } from './policy/default-policy';
export type { Policy, Tier } from './policy/policy.types';
export { changesBetween } from './relation/change';
export { createRelation } from './relation/create-relation';
export { readFacet } from './relation/read';
export { record } from './relation/record';
export { type Relation } from './relation/relation-data';
export { evidenceOf, namedIn, state } from './relation/state';
export { summarize } from './relation/summary';
export type * from './shared/observation';
export { otherParty, type Day, type Instant, type PartialDate, type Party } from './shared/primitives';
export type {
  Change,
  Evidence,
  FacetState,
  FactRow,
  Moment,
  Recorded,
  State,
  Summary,
  TensionReading,
} from './state.types';
export type * from './values';
