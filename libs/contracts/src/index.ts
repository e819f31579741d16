export { article, type Article } from './article';
export { articleId, canonicalUrl, type ArticleName } from './article-id';
export { relationChanged, type RelationChanged } from './changes';
export { day, facetValue, standing, type Day, type FacetValue, type Standing } from './facet-value';
export { jsonSchemas, schemaPath } from './json-schemas';
export {
  articleObserved,
  articleRetracted,
  articleStream,
  LOG_NAME,
  EVENT_VERSIONS,
  eventIds,
  INPUT_EVENTS,
  loggedChange,
  LOG_EVENT_SCHEMAS,
  LOG_EVENTS,
  operatorCorrected,
  readFoldedEvent,
  readInputEvent,
  RELATION_STREAM,
  STATE_EVENTS,
  toArticleObserved,
  type ArticleObservedEvent,
  type InputEvent,
  type LoggedChange,
} from './log-events';
export { isStorable } from './clean';
export { AHEAD, isAhead, isTooEarly, TOO_EARLY } from './moments';
export { nameId } from './name-id';
export { normalise } from './normalise';
export {
  direction,
  disputeObservation,
  engine,
  evidence,
  extraction,
  measureObservation,
  meetingObservation,
  observation,
  stanceObservation,
  tariffAuthority,
  tariffBasis,
  tariffObservation,
  traceStep,
  truceObservation,
  type Direction,
  type DisputeObservation,
  type Engine,
  type Evidence,
  type Extraction,
  type MeasureObservation,
  type MeetingObservation,
  type Observation,
  type ObservationType,
  type StanceObservation,
  type TariffAuthority,
  type TariffBasis,
  type TariffObservation,
  type TraceStep,
  type TruceObservation,
} from './observation';
export { policy, policyAdopted, type PolicyAdopted } from './policy';
export { facetState, supportingEvidence, type FacetStateMessage, type SupportingEvidence } from './state';
export { soundObservation } from './sound';
export { articleSubmission, type ArticleSubmission } from './submission';
export { instant, partialDate, party, type Instant, type PartialDate, type Party } from './primitives';
export {
  articleReceived,
  EVENT_TYPES,
  observationsExtracted,
  RELATION,
  SOURCES,
  TOPICS,
  type ObservationsExtracted,
} from './topics';
export { topicSettings, type TopicSetting } from './topic-specs';
