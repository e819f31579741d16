import { someEvent, to } from '../conformance/notes';
import { toUnit, type Unit } from './batch';
import { GroupCommit, type Outcome } from './group-commit';

const unitOf = (events: number): Unit =>
  toUnit([to('note-1', 'any', ...Array.from({ length: events }, () => someEvent()))]);
const done = (units: readonly Unit[]): Promise<readonly Outcome[]> =>
  Promise.resolve(units.map(() => ({ appended: [] })));

describe('group commit', () => {
  it('sends what waited while a commit was under way as one', async () => {
    const sizes: number[] = [];
    const queue = new GroupCommit((units) => {
      sizes.push(units.length);
      return done(units);
    });
    const first = queue.add(unitOf(1));
    await new Promise(setImmediate);
    await Promise.all([first, ...Array.from({ length: 9 }, () => queue.add(unitOf(1)))]);
    expect(sizes).toEqual([1, 9]);
  });

  it('sends at most 200 events at once, but a bigger append whole', async () => {
    const sizes: number[] = [];
    const queue = new GroupCommit((units) => {
      sizes.push(units.reduce((sum, unit) => sum + unit.ids.length, 0));
      return done(units);
    });
    await Promise.all([150, 50, 1, 300, 7].map((events) => queue.add(unitOf(events))));
    expect(sizes).toEqual([200, 1, 300, 7]);
  });

  it('keeps a repeat of an id for the next batch, and all behind it in order', async () => {
    const batches: (readonly Unit[])[] = [];
    const queue = new GroupCommit((units) => {
      batches.push(units);
      return done(units);
    });
    const [a, b] = [unitOf(1), unitOf(1)];
    await Promise.all([a, a, b].map((unit) => queue.add(unit)));
    expect(batches).toEqual([[a], [a, b]]);
  });

  it('rejects the callers of a batch that fails, and goes on with the next', async () => {
    let fail = true;
    const queue = new GroupCommit((units) =>
      fail ? Promise.reject(new Error('connection lost')) : done(units),
    );
    await expect(queue.add(unitOf(1))).rejects.toThrow('connection lost');
    fail = false;
    await expect(queue.add(unitOf(1))).resolves.toEqual([]);
    await queue.idle();
  });
});
