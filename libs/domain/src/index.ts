export { type Archive } from './evidence/archive';
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
export { outletOf } from './policy/tier';
export { changesBetween } from './relation/change';
export { changesByPolicy } from './relation/changes-by-policy';
export { createRelation } from './relation/create-relation';
export { factRows, probe } from './relation/fact-rows';
export { record } from './relation/record';
export { type Relation } from './relation/relation-data';
export { dayOf, evidenceOf, facetsOf, namedIn, readFacet, state } from './relation/state-of';
export { followState } from './relation/follow-state';
export { summarize } from './relation/summary';
export { tension } from './relation/tension';
export { readingOn, TENSION } from './relation/tension-facet';
export { timeline } from './relation/timeline';
export { TENSION_WEIGHTS } from './tension/tension-index';
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
