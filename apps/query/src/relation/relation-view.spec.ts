import { RELATION_STREAM } from '@app/contracts';
import { BreakingStore } from '@app/testing';
import { RelationView } from './relation-view';

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

describe('the relation as the query service holds it', () => {
  it('goes on folding where the database went away, not from the beginning', async () => {
    const store = new BreakingStore();
    store.pagesLeft = 1;
    const events = Array.from({ length: 500 }, (_, n) => ({
      ...{ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, schemaVersion: 1, metadata: {} },
      ...{ type: 'DayPassed', data: { type: 'DayPassed', day: day(n) } },
    }));
    await store.append([{ stream: RELATION_STREAM, expected: 'any', events }]);
    const view = new RelationView(store);

    await expect(view.current()).rejects.toThrow('terminated');
    const { version, relation } = await view.current();

    const [, brokeAt, wentOnAt] = store.askedAfter;
    expect(brokeAt).toBeGreaterThan(0);
    expect(wentOnAt).toBe(brokeAt);
    expect([version, relation.day]).toEqual([500, day(499)]);
  });
});
