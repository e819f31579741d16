import { RELATION_STREAM } from '@app/contracts';
import { DEFAULT_POLICY } from '@app/domain';
import { MemoryEventStore } from '@app/event-store';
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

  it('is folded under the policy that was adopted last, now and as it was recorded', async () => {
    const store = new MemoryEventStore();
    const append = async (nth: number, data: { readonly type: string }): Promise<string> => {
      const id = `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
      const events = [{ id, type: data.type, schemaVersion: 1, data, metadata: {} }];
      await store.append([{ stream: RELATION_STREAM, expected: 'any', events }]);
      const { recordedAt } = await store.head();
      return recordedAt ?? '';
    };
    const adopted = (version: string) => ({
      ...{ type: 'PolicyAdopted', policy: { ...DEFAULT_POLICY, version } },
      ...{ reason: 'because', by: 'op', at: '2026-01-01T00:00:00.000Z' },
    });
    const moments = [await append(1, { type: 'DayPassed', ...{ day: day(0) } })];
    const view = new RelationView(store);
    const inForce = [(await view.current()).relation.policy.version];
    for (const [nth, version] of ['first', 'second'].entries()) {
      moments.push(await append(nth + 2, adopted(version)));
      const { relation, adopted: by } = await view.current();
      expect([relation.policy.version, relation.day]).toEqual([by?.policy.version, day(0)]);
      inForce.push(relation.policy.version);
    }
    expect(inForce).toEqual([DEFAULT_POLICY.version, 'first', 'second']);
    expect((await new RelationView(store).current()).adopted).toMatchObject({ by: 'op', position: 3 });
    const recorded = [];
    for (const moment of moments) recorded.push((await view.recordedAt(moment)).relation.policy.version);
    expect(recorded).toEqual(inForce);
  });
});
