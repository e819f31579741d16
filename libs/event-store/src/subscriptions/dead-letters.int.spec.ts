import { eventually } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import { EventLog } from '../event-log';
import type { Handler } from './handler';

const database = useMigratedDatabase();
const by = { byWhom: 'me', note: 'maintenance' };
const poison = new Set<string>();
let handled: string[];
let log: EventLog;

const handler = (more: Partial<Handler> = {}): Handler => ({
  name: 'worker',
  handle(events) {
    for (const event of events)
      if (poison.has(event.id)) return Promise.reject(new Error(`cannot read ${event.id}`));
    handled.push(...events.map((event) => `${event.stream}/${event.version}`));
    return Promise.resolve();
  },
  ...more,
});
const byStream = { keyOf: (event: { stream: string }): string => event.stream };
/** a/1 b/1 a/2 b/2 a/3, the first of stream a being poison. */
const appendPoison = async (): Promise<void> => {
  for (const stream of ['a', 'b', 'a', 'b', 'a']) {
    const event = someEvent();
    if (poison.size === 0) poison.add(event.id);
    await log.store.append([to(stream, 'any', event)]);
  }
};

beforeEach(() => {
  poison.clear();
  handled = [];
  log = new EventLog({ pool: database.pool, log: `log-${randomUUID()}` });
});
afterEach(() => log.close());

describe('an event that fails for good', () => {
  it('is found in its page, tried again, parked; later ones of its key wait behind it, others go on', async () => {
    await appendPoison();
    const subscription = log.subscribe(handler(byStream), { attempts: 2 });
    await eventually(() => {
      expect(subscription.status()).toMatchObject({ state: 'caught-up', position: 5 });
    });
    expect(handled).toEqual(['b/1', 'b/2']);
    expect(await log.deadLetters.list({ subscription: 'worker' })).toMatchObject([
      {
        key: 'a',
        position: 1,
        cause: 'failed',
        attempts: 2,
        error: `cannot read ${[...poison].join()}`,
        status: 'parked',
      },
      { key: 'a', position: 3, cause: 'blocked' },
      { key: 'a', position: 5, cause: 'blocked' },
    ]);
    expect(await log.deadLetters.count({ subscription: 'worker', version: 1 })).toEqual({
      keys: 1,
      events: 3,
    });
  });

  it('is handled in order on retry, once what was wrong is right; the key is free again', async () => {
    await appendPoison();
    const worker = handler(byStream);
    const subscription = log.subscribe(worker, { attempts: 1 });
    await eventually(() => {
      expect(subscription.status().position).toBe(5);
    });
    expect(await log.retryDeadLetters(worker, { key: 'a', byWhom: 'me' })).toMatchObject({
      done: 0,
      left: 3,
      error: `cannot read ${[...poison].join()}`,
    });
    poison.clear();
    expect(await log.retryDeadLetters(worker, { key: 'a', byWhom: 'me' })).toEqual({
      done: 3,
      left: 0,
      error: null,
    });
    await log.store.append([to('a', 'any')]);
    await eventually(() => {
      expect(handled).toEqual(['b/1', 'b/2', 'a/1', 'a/2', 'a/3', 'a/4']);
    });
  });

  it('can be dropped with a reason, and then those behind it retried', async () => {
    await appendPoison();
    const worker = handler(byStream);
    const subscription = log.subscribe(worker, { attempts: 1 });
    await eventually(() => {
      expect(subscription.status().position).toBe(5);
    });
    const of = { subscription: 'worker', version: 1 };
    expect(await log.deadLetters.drop(of, 1, { byWhom: 'me', note: 'test data' })).toBe(true);
    expect(await log.deadLetters.drop(of, 1, { byWhom: 'me', note: 'test data' })).toBe(false);
    expect(await log.retryDeadLetters(worker, { key: 'a', byWhom: 'me' })).toMatchObject({
      done: 2,
      left: 0,
    });
    expect(handled).toEqual(['b/1', 'b/2', 'a/2', 'a/3']);
    expect(await log.deadLetters.list({ all: true })).toMatchObject([
      { position: 1, status: 'dropped', byWhom: 'me', note: 'test data' },
      { position: 3, status: 'done' },
      { position: 5, status: 'done' },
    ]);
  });

  it('pauses a subscription without keys, with the reason, until an operator lets it go on', async () => {
    await appendPoison();
    const subscription = log.subscribe(handler(), { attempts: 2, pollMs: 50 });
    await eventually(() => {
      expect(subscription.status().state).toBe('paused');
    });
    const [id] = poison;
    const paused = { category: 'defect', position: 1, eventId: id, message: `cannot read ${id}` };
    expect(subscription.status().paused).toEqual(paused);
    expect((await log.checkpoints.find('worker'))?.paused).toEqual(paused);
    poison.clear();
    expect(await log.resume('worker', by)).toBe(true);
    await eventually(() => {
      expect(handled).toHaveLength(5);
    });
    await eventually(() => {
      expect(subscription.status()).toMatchObject({ state: 'caught-up', paused: null });
    });
  });

  it('pauses when too many keys are parked: that is no bad event any more', async () => {
    for (const stream of ['a', 'b', 'c']) {
      const event = someEvent();
      poison.add(event.id);
      await log.store.append([to(stream, 'none', event)]);
    }
    const subscription = log.subscribe(handler(byStream), {
      attempts: 1,
      mostParked: { keys: 2, events: 100 },
    });
    await eventually(() => {
      expect(subscription.status()).toMatchObject({
        state: 'paused',
        paused: { category: 'too-many-parked', position: 3 },
      });
    });
  });
});

describe('an operator', () => {
  it('pauses a running subscription and lets it go on', async () => {
    const subscription = log.subscribe(handler(), { pollMs: 50 });
    await eventually(() => {
      expect(subscription.status().state).toBe('caught-up');
    });
    expect(await log.pause('worker', by)).toBe(true);
    await eventually(() => {
      expect(subscription.status()).toMatchObject({
        state: 'paused',
        paused: { category: 'operator', message: 'maintenance' },
      });
    });
    await log.store.append([to('a', 'any')]);
    expect(await log.resume('worker', by)).toBe(true);
    await eventually(() => {
      expect(handled).toEqual(['a/1']);
    });
    expect(await log.pause('nobody', by)).toBe(false);
    const { rows } = await database.pool.query(
      'select kind, by_whom from es.operation where log_id = $1 order by id',
      [await log.store.logId()],
    );
    expect(rows).toEqual([
      { kind: 'pause', by_whom: 'me' },
      { kind: 'resume', by_whom: 'me' },
    ]);
  });
});
