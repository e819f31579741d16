export { eventStreamReader, type EventStreamReader, type StreamEvent } from './event-stream';
export { readCloudEvent, UnreadableMessage, type CloudEvent, type Place } from './cloud-event';
export { CannotFollow, type ConnectOptions, type Subscription } from './follow-topic';
export { localState, type LocalState, type LocalStateOptions, type Update } from './local-state';
export {
  CHANGES,
  STATE,
  type Change,
  type ChangeEvent,
  type FacetState,
  type StateEvent,
  type Value,
} from './messages';
export { eventKey, rememberLast, type SeenStore } from './seen';
export { subscribe, type SubscribeOptions } from './subscribe';
export { type Verdict } from './with-retries';
export { detenteApi, type ApiOptions, type ChangesQuery, type DetenteApi, type Moments } from './api';
export {
  type ArticleAnswer,
  type ChangesPage,
  type RecordedChange,
  type State,
  type Summary,
} from './api-answers';
export { ApiError, ApiUnreachable, UnreadableAnswer, type Problem } from './api-error';
export { type Followed, type FollowOptions } from './follow-changes';
