import { randomUUID } from 'node:crypto';
import { EVENT_VERSIONS, LOG_EVENTS, LOG_NAME, RELATION_STREAM } from '@app/contracts';
import { EVENT_STORE_MIGRATIONS, EventLog, EventTypes } from '@app/event-store';
import { createTransport, TransportUnavailable, type OutgoingMessage, type Transport } from '@app/messaging';
import { Metrics, migrate } from '@app/platform';
import { eventually, useDatabase } from '@app/testing';
import { trackerEnv } from '../tracker.env';
import { RelayChanges } from './relay-changes';

describe('the relay of the changes', () => {
  const database = useDatabase();
  let log: EventLog | undefined;
  afterEach(() => log?.close());

  it('waits for a broker that is away for longer than a defect is tried, and then goes on where it was', async () => {
    await migrate({
      databaseUrl: database.url,
      table: 'event_store_migrations',
      migrations: EVENT_STORE_MIGRATIONS,
    });
    log = new EventLog({ pool: database.pool, log: LOG_NAME, types: new EventTypes(EVENT_VERSIONS) });
    const published: OutgoingMessage[] = [];
    let refusals = 0;
    const transport: Transport = Object.assign(createTransport({ kind: 'memory', clientId: 'spec' }), {
      publishBatch: (messages: readonly OutgoingMessage[]): Promise<void> => {
        if (refusals < 6) {
          refusals += 1;
          return Promise.reject(new TransportUnavailable('Kafka took no message in 10000 ms'));
        }
        published.push(...messages);
        return Promise.resolve();
      },
    });
    const env = trackerEnv.parse({ DATABASE_URL: database.url });
    const relay = log.subscribe(new RelayChanges(transport, env, new Metrics('spec')), { attempts: 3 });
    const change = { id: randomUUID(), type: LOG_EVENTS.relationChanged, schemaVersion: 1 };
    await log.store.append([
      { stream: RELATION_STREAM, expected: 'any', events: [{ ...change, data: {}, metadata: {} }] },
    ]);

    await eventually(() => {
      expect(refusals).toBe(6);
      expect(relay.status()).toMatchObject({ paused: null, state: 'caught-up', position: 1 });
    }, 30_000);
    expect(published).toHaveLength(1);
  }, 45_000);
});
