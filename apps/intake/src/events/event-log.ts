import { EVENT_LOG, EVENT_VERSIONS } from '@app/contracts';
import { EVENT_STORE, EventTypes, PostgresEventStore, type EventStore } from '@app/event-store';
import { POOL } from '@app/platform';
import { type Provider } from '@nestjs/common';
import { type Pool } from 'pg';

/** The event log, read only here: it knows what was recorded. */
export const eventLog: Provider = {
  provide: EVENT_STORE,
  inject: [POOL],
  useFactory: (pool: Pool): EventStore =>
    new PostgresEventStore({ pool, log: EVENT_LOG, types: new EventTypes(EVENT_VERSIONS) }),
};
