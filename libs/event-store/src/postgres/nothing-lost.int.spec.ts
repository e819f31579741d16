import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { createTestDatabase } from '@app/testing';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import { EventLog } from '../event-log';
import { PostgresEventStore } from './postgres.event-store';

const database = useMigratedDatabase();
const pools: Pool[] = [];
let log: string;

/** A store with connections of its own, as another process has. */
const otherProcess = (max = 2): PostgresEventStore => {
  const pool = new Pool({ connectionString: database.url, max });
  pools.push(pool);
  return new PostgresEventStore({ pool, log });
};
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  log = `log-${randomUUID()}`;
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});

describe('no event is lost or doubled', () => {
  it('by a reader behind twelve writers of which some stall and some roll back', async () => {
    const reader = otherProcess();
    const seen: number[] = [];
    const written = new AbortController();
    const drain = async (): Promise<number> => {
      const { events, upTo } = await reader.readAll({ after: seen.at(-1) ?? 0, limit: 500 });
      seen.push(...events.map((event) => event.position));
      return upTo;
    };
    const tail = (async () => {
      while (!written.signal.aborted) {
        await drain();
        await pause(1);
      }
      while ((await reader.head()).position > seen.length) await drain();
    })();

    let committed = 0;
    let rolledBack = 0;
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      const store = otherProcess(1);
      for (let turn = 0; turn < 40; turn++) {
        // Deterministic: every third stalls in its transaction, every tenth rolls back, the others go through group commit.
        const number = writer * 40 + turn;
        const item = to(
          `note-${number % 30}`,
          'any',
          ...(number % 4 === 0 ? [someEvent(), someEvent()] : [someEvent()]),
        );
        const isDoomed = number % 10 === 0;
        const alongside = async (): Promise<void> => {
          await pause(number % 7);
          if (isDoomed) throw new Error('rolled back');
        };
        const appended = store.append([item], number % 3 === 0 || isDoomed ? { alongside } : {});
        if (isDoomed) {
          await expect(appended).rejects.toThrow('rolled back');
          rolledBack++;
        } else {
          await appended;
          committed += item.events.length;
        }
      }
    });
    await Promise.all(writers);
    written.abort();
    await tail;

    expect(rolledBack).toBeGreaterThan(40);
    expect(seen).toEqual(Array.from({ length: committed }, (_, i) => i + 1));
  });

  it('when an append takes the head, stalls, and commits after others were asked to append', async () => {
    const [slow, fast, reader] = [
      new Client({ connectionString: database.url }),
      otherProcess(),
      otherProcess(),
    ];
    await fast.append([to('note-1', 'any')]);
    await slow.connect();
    await slow.query('begin');
    await slow.query('select from es.log where name = $1 for update', [log]);
    const waiting = fast.append([to('note-1', 'any')]);
    await pause(50);
    expect((await reader.readAll({ after: 0, limit: 10 })).upTo).toBe(1);
    await slow.query('rollback');
    await slow.end();
    expect(await waiting).toMatchObject([{ firstPosition: 2 }]);
  });

  it('and readers are not held up by an open write transaction of another database of the cluster', async () => {
    const elsewhere = await createTestDatabase();
    const foreign = new Client({ connectionString: elsewhere.url });
    await foreign.connect();
    await foreign.query('create table t (id int)');
    await foreign.query('begin');
    await foreign.query('insert into t values (1)');
    const store = otherProcess();
    await store.append([to('note-1', 'none', someEvent(), someEvent())]);
    expect((await otherProcess().readAll({ after: 0, limit: 10 })).events).toHaveLength(2);
    await foreign.end();
    await elsewhere.drop();
  });
});

describe('the same events from many processes', () => {
  it('are stored once; every delivery gets the answer of the first', async () => {
    const deliveries = Array.from({ length: 6 }, () => otherProcess(1));
    for (let round = 0; round < 20; round++) {
      const items = [to(`note-${round}`, 'none', someEvent(), someEvent()), to('notes', 'any')];
      const answers = await Promise.all(deliveries.map((store) => store.append(items)));
      expect(answers.filter(([answer]) => answer?.duplicate === false)).toHaveLength(1);
      const numbers = answers.map((answer) => answer.map((one) => ({ ...one, duplicate: false })));
      expect(new Set(numbers.map((one) => JSON.stringify(one))).size).toBe(1);
    }
    expect((await otherProcess().head()).position).toBe(60);
  });

  it('roll back what went alongside a repeat, and keep what went alongside the first', async () => {
    await database.pool.query('create table if not exists effect (id int)');
    const item = to('note-1', 'none');
    const alongside = async (tx: Pick<Client, 'query'>): Promise<void> => {
      await tx.query('insert into effect values (1)');
    };
    const [first, second] = await Promise.all([
      otherProcess(1).append([item], { alongside }),
      otherProcess(1).append([item], { alongside }),
    ]);
    expect([first[0]?.duplicate, second[0]?.duplicate].sort()).toEqual([false, true]);
    await expect(otherProcess().append([to('note-1', 'none')], { alongside })).rejects.toMatchObject({
      actual: 1,
    });
    expect((await database.pool.query('select from effect')).rowCount).toBe(1);
  });
});

describe('batches on shared streams', () => {
  it('never deadlock, whatever the order of their streams', async () => {
    const before = await deadlocks();
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      const store = otherProcess(1);
      for (let turn = 0; turn < 50; turn++) {
        const streams = Array.from(
          { length: 5 },
          (_unused, i) => `shared-${(writer * 7 + turn * 3 + i * 11) % 30}`,
        );
        const ordered = writer % 2 === 0 ? streams : streams.toReversed();
        await store.append([...new Set(ordered)].map((stream) => to(stream, 'any')));
      }
    });
    await Promise.all(writers);
    expect(await deadlocks()).toBe(before);
    expect((await otherProcess().head()).position).toBe(4 * 50 * 5);
  });

  it('let the good ones through when one holds what PostgreSQL refuses', async () => {
    const store = otherProcess();
    let deep: unknown = 1;
    for (let i = 0; i < 7000; i++) deep = [deep];
    const outcomes = await Promise.allSettled([
      store.append([to('note-1', 'none')]),
      store.append([to('note-2', 'none', someEvent(deep))]),
      store.append([to('note-3', 'none')]),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.head()).position).toBe(2);
  });
});

describe('a log beside another in the same database', () => {
  it('has positions and ids of its own', async () => {
    const item = to('note-1', 'none');
    await otherProcess().append([item]);
    log = `${log}-second`;
    expect(await otherProcess().append([item])).toMatchObject([{ firstPosition: 1, duplicate: false }]);
  });
});

describe('a process that is closed', () => {
  it('answers what was asked before', async () => {
    const events = new EventLog({ pool: database.pool, log });
    const asked = Promise.all(Array.from({ length: 30 }, () => events.store.append([to('note-1', 'any')])));
    await events.close();
    expect((await asked).map(([answer]) => answer?.version)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
  });
});

const deadlocks = async (): Promise<string | undefined> => {
  const { rows } = await database.pool.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return rows[0]?.deadlocks;
};
