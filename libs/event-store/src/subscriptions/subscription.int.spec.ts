import { eventually } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import { LeaseLost } from '../errors';
import { EventLog } from '../event-log';
import type { Handler, HandlerContext } from './handler';
import type { RecordedEvent } from '../event-store';
import { inTransaction } from '../transaction';

const database = useMigratedDatabase();
const opened: EventLog[] = [];
let name: string;

const open = (leaseMs = 5000): EventLog => {
  const log = new EventLog({ pool: database.pool, log: name, leaseMs });
  opened.push(log);
  return log;
};
const append = async (log: EventLog, ...texts: string[]): Promise<void> => {
  await log.store.append([to('note-1', 'any', ...texts.map((text) => someEvent({ text })))]);
};
/** Writes what it saw into a table, in the transaction of the checkpoint. */
const recorder = (more: Partial<Handler> = {}): Handler => ({
  name: 'recorder',
  async handle(events, { tx }) {
    for (const event of events)
      await tx.query('insert into seen (log, position, data) values ($1, $2, $3)', [
        name,
        event.position,
        event.data,
      ]);
  },
  ...more,
});
const seen = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ position: number }>(
    'select position::int from seen where log = $1 order by id',
    [name],
  );
  return rows.map((row) => row.position);
};

beforeAll(() =>
  database.pool.query(
    'create table seen (id int generated always as identity, log text, position bigint, data jsonb)',
  ),
);
beforeEach(() => {
  name = `log-${randomUUID()}`;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
});

describe('a subscription', () => {
  it('takes a stream in few pages where it may rest, and what comes after a pause at once', async () => {
    const log = open();
    const pages: number[] = [];
    const subscription = log.subscribe({
      name: 'resting',
      restMs: 600,
      handle: (events) => {
        pages.push(events.length);
        return Promise.resolve();
      },
    });
    const began = performance.now();
    for (let n = 0; n < 20; n++) await append(log, String(n));
    await subscription.reached(20);
    const most = 2 + (performance.now() - began) / 600;
    expect(pages.reduce((sum, page) => sum + page, 0)).toBe(20);
    expect(pages.length).toBeLessThan(most);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const before = performance.now();
    await append(log, 'after a pause');
    await subscription.reached(21);
    expect(performance.now() - before).toBeLessThan(590);
  });

  it('gets what was there and what comes, once, in order, woken well before it would poll', async () => {
    const log = open();
    await append(log, 'a', 'b');
    const subscription = log.subscribe(recorder(), { pollMs: 60_000, pageSize: 1 });
    await eventually(async () => {
      expect(await seen()).toEqual([1, 2]);
    });
    await append(log, 'c');
    await eventually(async () => {
      expect(await seen()).toEqual([1, 2, 3]);
    }, 2000);
    expect(subscription.status()).toMatchObject({ state: 'caught-up', position: 3, version: 1 });
  });

  it('is woken by an append of another process, through the database', async () => {
    const log = open();
    log.subscribe(recorder(), { pollMs: 60_000 });
    await eventually(() => {
      expect(log.statuses()[0]?.state).toBe('caught-up');
    });
    await append(open(), 'from elsewhere');
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    }, 5000);
  });

  it('polls when its LISTEN connection is killed, and listens again', async () => {
    const log = open();
    log.subscribe(recorder(), { pollMs: 100 });
    await eventually(() => {
      expect(log.statuses()[0]?.state).toBe('caught-up');
    });
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
                   where application_name = 'event-store wake-up' and datname = current_database()`;
    await eventually(async () => {
      expect((await database.pool.query(kill)).rowCount).toBeGreaterThan(0);
    });
    await append(open(), 'a');
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    });
    await eventually(async () => {
      expect((await database.pool.query(kill)).rowCount).toBeGreaterThan(0);
    });
  });

  it('sees only its types and still keeps up with the log', async () => {
    const log = open();
    await append(log, 'a', 'b');
    await log.store.append([to('other-1', 'none', someEvent({}, { type: 'Other' }))]);
    await append(log, 'c');
    const subscription = log.subscribe(recorder({ handles: ['Other'] }));
    await eventually(() => {
      expect(subscription.status().position).toBe(4);
    });
    expect(await seen()).toEqual([3]);
  });

  it('tells when it has reached a position, with the effect committed', async () => {
    const log = open();
    const subscription = log.subscribe(recorder());
    for (const position of [1, 2, 3]) {
      await append(log, 'a');
      await subscription.reached(position);
      expect(await seen()).toHaveLength(position);
    }
    await subscription.reached(1);
  });

  it('may start at the head', async () => {
    const log = open();
    await append(log, 'old');
    const subscription = log.subscribe(recorder({ startAt: 'head' }));
    await eventually(() => {
      expect(subscription.status().state).toBe('caught-up');
    });
    await append(log, 'new');
    await eventually(async () => {
      expect(await seen()).toEqual([2]);
    });
  });

  it('commits effect and checkpoint together: after a failure in between neither is there, then both once', async () => {
    const log = open();
    await append(log, 'a', 'b');
    let failures = 2;
    const handler = recorder();
    log.subscribe({
      ...handler,
      async handle(events: readonly RecordedEvent[], context: HandlerContext) {
        await handler.handle(events, context);
        if (failures-- > 0) throw Object.assign(new Error('cut off'), { code: '08006' });
      },
    });
    await eventually(async () => {
      expect(await seen()).toEqual([1, 2]);
    });
  });

  it('waits for what may pass, however often, without moving, and tells so', async () => {
    const log = open();
    await append(log, 'a');
    let isDown = true;
    const handler = recorder();
    const subscription = log.subscribe({
      ...handler,
      handle: (events: readonly RecordedEvent[], context: HandlerContext) =>
        isDown
          ? Promise.reject(Object.assign(new Error('broker away'), { retriable: true }))
          : handler.handle(events, context),
    });
    await eventually(() => {
      expect(subscription.status()).toMatchObject({
        state: 'waiting',
        position: 0,
        lastError: 'broker away',
      });
    });
    isDown = false;
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    });
    await eventually(() => {
      expect(subscription.status()).toMatchObject({ state: 'caught-up', lastError: null });
    });
  });
});

describe('the lease', () => {
  it('lets one process work, and the next take over when the first gives it back', async () => {
    const [first, second] = [open(), open()];
    first.subscribe(recorder(), { pollMs: 50 });
    await eventually(() => {
      expect(first.statuses()[0]?.state).toBe('caught-up');
    });
    second.subscribe(recorder(), { pollMs: 50 });
    await eventually(() => {
      expect(second.statuses()[0]?.state).toBe('standby');
    });
    await append(first, 'a');
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    });
    await first.close();
    await append(second, 'b');
    await eventually(async () => {
      expect(await seen()).toEqual([1, 2]);
    });
  });

  it('keeps a zombie from writing: it wakes up with an old epoch and its whole page rolls back', async () => {
    const log = open(50);
    await append(log, 'a');
    await log.checkpoints.ensure('recorder');
    const zombie = await log.checkpoints.take('recorder', 'zombie');
    // The zombie sleeps past its lease; another takes over and handles the page.
    const heir = await eventually(async () => {
      const taken = await log.checkpoints.take('recorder', 'heir');
      expect(taken).not.toBeNull();
      return taken;
    });
    expect(heir?.epoch).toBe((zombie?.epoch ?? 0) + 1);
    const write = (lease: typeof zombie): Promise<void> =>
      inTransaction(database.pool, async (tx) => {
        await tx.query('insert into seen (log, position) values ($1, 1)', [name]);
        await log.checkpoints.advance(tx, lease!, 1);
      });
    await expect(write(zombie)).rejects.toBeInstanceOf(LeaseLost);
    await expect(
      inTransaction(database.pool, (tx) => log.checkpoints.hold(tx, zombie!)),
    ).rejects.toBeInstanceOf(LeaseLost);
    expect(await seen()).toEqual([]);
    await write(heir);
    expect(await seen()).toEqual([1]);
    await expect(write(zombie)).rejects.toBeInstanceOf(LeaseLost);
  });

  it('goes on after its lease was taken from it: the loop starts again', async () => {
    const log = open();
    const subscription = log.subscribe(recorder(), { pollMs: 50 });
    await eventually(() => {
      expect(subscription.status().state).toBe('caught-up');
    });
    await database.pool.query(
      'update es.checkpoint set epoch = epoch + 1, owner = null where subscription = $1',
      ['recorder'],
    );
    await append(log, 'a');
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    });
    expect(subscription.status().restarts).toBeGreaterThan(0);
  });

  it('never moves a checkpoint back, whoever asks', async () => {
    const log = open();
    await append(log, 'a', 'b');
    log.subscribe(recorder());
    await eventually(async () => {
      expect(await seen()).toEqual([1, 2]);
    });
    await expect(database.pool.query('update es.checkpoint set position = position - 1')).rejects.toThrow(
      /move back/,
    );
  });

  it('comes back when the server ends all its connections', async () => {
    const pool = new Pool({ connectionString: database.url, max: 5, application_name: 'doomed' });
    pool.on('error', () => undefined);
    const log = new EventLog({ pool, log: name });
    const subscription = log.subscribe(recorder(), { pollMs: 50 });
    await eventually(() => {
      expect(subscription.status().state).toBe('caught-up');
    });
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'",
    );
    await append(open(), 'a');
    await eventually(async () => {
      expect(await seen()).toEqual([1]);
    });
    await log.close();
    await pool.end();
  });
});
