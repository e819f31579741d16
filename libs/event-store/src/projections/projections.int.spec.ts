import { eventually } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { useMigratedDatabase } from '../conformance/migrated-database.conformance';
import { someEvent, to } from '../conformance/notes';
import { EventLog } from '../event-log';
import type { Projection } from './projection';
import { Versions } from './versions';

const database = useMigratedDatabase();
const by = { byWhom: 'me', note: 'spec' };
let log: EventLog;
let replays: boolean[];

/** Counts the events of a stream; `weight` stands for a reading that changed. */
const counts = (weight = 1): Projection => ({
  name: 'counts',
  handles: ['NoteTaken'],
  tables: ['note_count'],
  async handle(events, { tx, version, isReplay }) {
    replays.push(isReplay);
    for (const event of events)
      await tx.query(
        `insert into note_count as c (version, stream, n) values ($1, $2, $3)
         on conflict (version, stream) do update set n = c.n + excluded.n`,
        [version, event.stream, weight],
      );
  },
});
const append = async (...streams: string[]): Promise<void> => {
  for (const stream of streams) await log.store.append([to(stream, 'any')]);
};
/** What a reader sees: the live version's rows, by one row of the checkpoints. */
const rows = async (): Promise<Record<string, number>> => {
  const found = await database.pool.query<{ stream: string; n: number }>(
    `select stream, n from note_count where version = es.live_version($1, 'counts') order by stream`,
    [logName],
  );
  return Object.fromEntries(found.rows.map((row) => [row.stream, row.n]));
};
const caughtUp = (position: number): Promise<void> =>
  eventually(() => {
    expect(log.statuses()[0]).toMatchObject({ state: 'caught-up', position });
  });
let logName: string;

beforeAll(() =>
  database.pool.query(
    'create table note_count (version int, stream text, n int, primary key (version, stream))',
  ),
);
beforeEach(async () => {
  await database.pool.query('truncate note_count');
  replays = [];
  logName = `log-${randomUUID()}`;
  log = new EventLog({ pool: database.pool, log: logName });
});
afterEach(() => log.close());

describe('a projection', () => {
  it('is rebuilt beside the live one, compared, switched; the running subscription follows', async () => {
    await append('a', 'b', 'a');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(3);
    expect(await rows()).toEqual({ a: 2, b: 1 });

    const progress: number[] = [];
    const built = await log.projections.rebuild(counts(10), {
      pageSize: 2,
      onProgress: ({ position }) => progress.push(position),
    });
    expect(built).toEqual({ version: 2, position: 3 });
    expect(progress).toEqual([2, 3]);
    expect(await rows()).toEqual({ a: 2, b: 1 });

    await append('c');
    await caughtUp(4);
    expect(await log.projections.compare(counts(10))).toMatchObject({
      live: 1,
      built: 2,
      position: 4,
      tables: [{ table: 'note_count', liveRows: 3, builtRows: 3, onlyLive: 3, onlyBuilt: 3 }],
    });
    await append('a');
    await caughtUp(5);
    expect(await log.projections.switch(counts(10), by)).toEqual({ from: 1, to: 2, position: 5 });
    expect(await rows()).toEqual({ a: 30, b: 10, c: 10 });

    await append('a');
    await caughtUp(6);
    expect(log.statuses()[0]).toMatchObject({ version: 2 });
    expect(await rows()).toEqual({ a: 31, b: 10, c: 10 });
  });

  it('rolls back in the same way, the old version brought up to date', async () => {
    await append('a');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(1);
    await log.projections.rebuild(counts(10));
    await log.projections.switch(counts(10), by);
    await append('a', 'b');
    await caughtUp(3);
    expect(await log.projections.rollback(counts(), by)).toEqual({ from: 2, to: 1, position: 3 });
    expect(await rows()).toEqual({ a: 2, b: 1 });
    expect(await log.projections.liveVersion('counts')).toBe(1);
  });

  it('replays without effects, and lives with them, from the very next event', async () => {
    await append('a', 'a');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(2);
    expect(replays).toEqual([false]);
    replays = [];
    await log.projections.rebuild(counts());
    await append('a');
    await caughtUp(3);
    replays = [];
    await log.projections.switch(counts(), by);
    expect(replays).toEqual([true]);
    await append('a');
    await caughtUp(4);
    expect(replays).toEqual([true, false]);
    expect((await log.checkpoints.find('counts'))?.emitAfter).toBe(3);
  });

  it('fails a rebuild at once, names where, keeps what is built, goes on from there', async () => {
    await append('a', 'b', 'c');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(3);
    const sound = counts();
    let isBroken = true;
    const broken: Projection = {
      ...sound,
      handle: (events, context) =>
        isBroken && events.some((event) => event.stream === 'b')
          ? Promise.reject(new Error('cannot fold b'))
          : sound.handle(events, context),
    };
    await expect(log.projections.rebuild(broken, { pageSize: 1 })).rejects.toMatchObject({
      code: 'rebuild-failed',
      message: 'counts v2 failed between positions 2 and 2',
    });
    expect(await rows()).toEqual({ a: 1, b: 1, c: 1 });
    isBroken = false;
    replays = [];
    expect(await log.projections.rebuild(broken, { pageSize: 1 })).toEqual({ version: 2, position: 3 });
    expect(replays).toHaveLength(2);
    const { tables } = await log.projections.compare(broken);
    expect(tables).toMatchObject([{ onlyLive: 0, onlyBuilt: 0, examples: [] }]);
  });

  it('stops on a signal and goes on in the next run', async () => {
    await append('a', 'b', 'c');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(3);
    const stop = new AbortController();
    const first = await log.projections.rebuild(counts(), {
      pageSize: 1,
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(first.position).toBeLessThan(3);
    expect(await log.projections.rebuild(counts())).toEqual({ version: 2, position: 3 });
    expect((await log.projections.compare(counts())).tables).toMatchObject([{ onlyLive: 0, onlyBuilt: 0 }]);
  });

  it('rebuilt twice in a row, is the same twice, never empty', async () => {
    await append('a', 'b');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(2);
    for (const version of [2, 3]) {
      expect(await log.projections.rebuild(counts())).toEqual({ version, position: 2 });
      await log.projections.switch(counts(), by);
      expect(await rows()).toEqual({ a: 1, b: 1 });
    }
  });

  it('is not built by two at once', async () => {
    await append('a');
    await log.checkpoints.ensure('counts');
    const versions = new Versions(database.pool, () => log.store.logId());
    await log.checkpoints.take('counts', 'somebody', await versions.startBuilding('counts'));
    await expect(log.projections.rebuild(counts())).rejects.toMatchObject({ code: 'already-rebuilding' });
  });

  it('drops a version that is not live, with its rows, and says who did it', async () => {
    await append('a');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(1);
    await log.projections.rebuild(counts());
    await expect(log.projections.drop(counts(), 1, by)).rejects.toMatchObject({ code: 'not-droppable' });
    await log.projections.switch(counts(), by);
    await log.projections.drop(counts(), 1, by);
    const left = await database.pool.query('select distinct version from note_count');
    expect(left.rows).toEqual([{ version: 2 }]);
    const { rows: notes } = await database.pool.query(
      'select kind, version, by_whom, detail from es.operation order by id desc limit 2',
    );
    expect(notes).toEqual([
      { kind: 'drop', version: 1, by_whom: 'me', detail: { rows: 1, note: 'spec' } },
      { kind: 'switch', version: 2, by_whom: 'me', detail: { from: 1, position: 1, note: 'spec' } },
    ]);
  });

  it('that has effects outside cannot be rebuilt', async () => {
    await expect(log.projections.rebuild({ ...counts(), emits: true })).rejects.toMatchObject({
      code: 'not-a-projection',
    });
  });
});

describe('effects that leave the database', () => {
  it('are not repeated for positions at or before emit_after', async () => {
    await append('a', 'a', 'a');
    await log.checkpoints.ensure('relay');
    await database.pool.query("update es.checkpoint set emit_after = 2 where subscription = 'relay'");
    const sent: number[] = [];
    const relay = log.subscribe({
      name: 'relay',
      emits: true,
      handle: (events) => {
        sent.push(...events.map((event) => event.position));
        return Promise.resolve();
      },
    });
    await eventually(() => {
      expect(relay.status().position).toBe(3);
    });
    expect(sent).toEqual([3]);
  });

  it('keeps the log healthy in the eyes of the doctor', async () => {
    await append('a', 'b');
    log.subscribe(counts(), { pollMs: 50 });
    await caughtUp(2);
    expect(await log.examine()).toEqual(
      (await log.examine()).map((finding) => ({ ...finding, isFine: true })),
    );
    await database.pool.query('update es.log set last_position = last_position + 1 where name = $1', [
      logName,
    ]);
    const findings = await log.examine();
    expect(findings.filter((finding) => !finding.isFine).map((finding) => finding.detail)).toEqual([
      '2 events, last position 2, head 3',
    ]);
    await log.store.append([to('z', 'any', someEvent())]);
  });
});
