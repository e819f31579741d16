import { EventLog1764010000000 } from './1764010000000-event-log';
import { Checkpoints1764010000001 } from './1764010000001-checkpoints';

/** In order; the platform's migrator runs them. */
export const EVENT_STORE_MIGRATIONS = [EventLog1764010000000, Checkpoints1764010000001];
