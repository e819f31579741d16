export type { DomainApi, Relation } from './api';
export type {
  ArticleObserved,
  ArticleRetracted,
  Correction,
  DayPassed,
  OperatorCorrected,
  RelationInput,
} from './inputs';
export type { Policy, Tier } from './policy/policy.types';
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
