export { readCloudEvent, UnreadableMessage, type CloudEvent, type Place } from './cloud-event';
export { type ConnectOptions, type Subscription } from './follow';
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
