import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { eventually } from '@app/testing';
import type { Pool } from 'pg';
import { useMigratedDatabase } from './conformance/migrated-database.conformance';
import { to } from './conformance/notes';
import type { EventLog } from './event-log';
import { EVENT_STORE, type EventStore } from './event-store';
import { EVENT_LOG, EventStoreModule } from './event-store.module';

const database = useMigratedDatabase();

@Module({ providers: [{ provide: 'POOL', useFactory: () => database.pool }], exports: ['POOL'] })
class PoolModule {}

describe('EventStoreModule', () => {
  it('gives the log and its store, and stops the subscriptions with the application', async () => {
    const app = await Test.createTestingModule({
      imports: [
        EventStoreModule.forRoot({
          imports: [PoolModule],
          inject: ['POOL'],
          useFactory: (pool: Pool) => ({ pool, log: 'nest' }),
        }),
      ],
    }).compile();
    await app.init();
    const log = app.get<EventLog>(EVENT_LOG);
    const store = app.get<EventStore>(EVENT_STORE);
    const subscription = log.subscribe({ name: 'nothing', handle: () => Promise.resolve() });
    await store.append([to('note-1', 'none')]);
    await subscription.reached(1);
    await app.close();
    await eventually(() => {
      expect(log.statuses()[0]?.state).toBe('stopped');
    });
    expect((await log.checkpoints.find('nothing'))?.isOwned).toBe(false);
  });
});
