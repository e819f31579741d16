import { LOG_EVENTS, RELATION_STREAM, type InputEvent } from '@app/contracts';
import { DEFAULT_POLICY, readFacet, type Policy } from '@app/domain';
import { MemoryEventStore, type EventStore, type RecordedEvent } from '@app/event-store';
import { BreakingStore, quietContext } from '@app/testing';
import { Activity } from '../relation/activity';
import { type Adoption } from '../relation/policy-adoption';
import { toldPolicy } from '../relation/read-policy';
import { TrackedRelation } from '../relation/tracked-relation';
import { AdoptPolicy, AdoptPolicyHandler } from './adopt-policy';

const clock = { now: (): Date => new Date('2025-06-07T00:00:00.000Z') };
const context = quietContext(clock);
const tracker = (store: EventStore): TrackedRelation =>
  new TrackedRelation(store, new Activity(clock), context);

const policy = (version: string, more: object = {}): Policy => toldPolicy.parse({ version, ...more });
/** Under it, the gazette speaks for a government. */
const TRUSTING = policy('trusting', { sources: { publishers: { 'gazette.example': 'official' } } });

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const tone = (n: number): InputEvent => {
  const words = { in: 'text', start: 0, end: 4, text: 'tone' } as const;
  return {
    ...{ type: 'ArticleObserved', articleId: uuid(n), revision: '1', url: null, title: 't', signature: [] },
    ...{ publisher: 'gazette.example', publishedAt: '2025-06-06T00:00:00.000Z' },
    ...{ engine: { id: 'rules', version: '1' }, relevant: true, direction: 'neutral' },
    observations: [
      {
        ...{
          type: 'stance',
          actor: 'US',
          tone: 'hostile',
          id: uuid(n),
          evidence: words,
          sentence: words,
        },
        ...{ ruleId: 'stance', confidence: 0.9, news: true, source: 'US', trace: [] },
      },
    ],
  };
};
const tell = async (relation: TrackedRelation, n: number): Promise<void> => {
  const origin = { correlationId: 'c', causationId: 'c' };
  await relation.record([{ id: uuid(n), input: tone(n), origin }]);
};

const adopt = (relation: TrackedRelation, to: Policy, dryRun = false): Promise<Adoption> =>
  new AdoptPolicyHandler(relation, clock).execute(
    new AdoptPolicy({ policy: to, reason: 'they are official', by: 'op', dryRun }, 'mine'),
  );
const standing = (relation: TrackedRelation): Promise<string | undefined> =>
  relation.read((tracked) => {
    const reading = readFacet(tracked.relation, 'stance/US');
    return `${reading?.standing} under ${reading?.policy}`;
  });
const logged = (store: EventStore): Promise<readonly RecordedEvent[]> => store.readStream(RELATION_STREAM);

describe('adopting a policy', () => {
  it('is recorded whole, with who and why, and with what a reader sees change by it', async () => {
    const store = new MemoryEventStore();
    const relation = tracker(store);
    await tell(relation, 1);
    expect(await adopt(relation, TRUSTING)).toMatchObject({
      outcome: 'adopted',
      changes: [{ facet: 'stance/US', standing: 'official' }],
    });
    expect(await standing(relation)).toBe('official under trusting');
    const [, , adopted, change, ...more] = await logged(store);
    expect(adopted).toMatchObject({
      type: LOG_EVENTS.policyAdopted,
      data: { policy: TRUSTING, reason: 'they are official', by: 'op', at: '2025-06-07T00:00:00.000Z' },
      metadata: { correlationId: 'mine' },
    });
    expect(change).toMatchObject({
      type: LOG_EVENTS.relationChanged,
      data: { facet: 'stance/US', reason: 'policy', policy: 'trusting', day: '2025-06-06' },
      metadata: { correlationId: 'mine', causationId: adopted?.id },
    });
    expect(more).toEqual([]);
  });

  it('holds for what comes after it, for another tracker that stands by, and after a restart', async () => {
    const store = new MemoryEventStore();
    const [relation, standby] = [tracker(store), tracker(store)];
    await tell(relation, 1);
    expect(await standing(standby)).toBe(`reported under ${DEFAULT_POLICY.version}`);
    await adopt(relation, TRUSTING);
    await tell(relation, 2);
    for (const one of [relation, standby, tracker(store)])
      expect(await standing(one)).toBe('official under trusting');
  });

  it('is taken back by adopting the default, and the last one counts', async () => {
    const store = new MemoryEventStore();
    const relation = tracker(store);
    await tell(relation, 1);
    await adopt(relation, TRUSTING);
    await adopt(relation, policy(DEFAULT_POLICY.version));
    for (const one of [relation, tracker(store)])
      expect(await standing(one)).toBe(`reported under ${DEFAULT_POLICY.version}`);
    await adopt(relation, TRUSTING);
    for (const one of [relation, tracker(store)]) expect(await standing(one)).toBe('official under trusting');
  });

  it('does nothing twice', async () => {
    const store = new MemoryEventStore();
    const relation = tracker(store);
    await adopt(relation, TRUSTING);
    expect(await adopt(relation, TRUSTING)).toEqual({ outcome: 'in force already', changes: [] });
    expect(await logged(store)).toHaveLength(1);
  });

  it('is refused where its version named another policy once', async () => {
    const store = new MemoryEventStore();
    const relation = tracker(store);
    await adopt(relation, TRUSTING);
    await adopt(relation, policy('second'));
    const { outcome } = await adopt(relation, policy('trusting', { evidence: { corroborated: 3 } }));
    expect([outcome, (await logged(store)).length]).toEqual(['version is taken', 2]);
  });

  it('can be rehearsed: what it would change, and nothing recorded', async () => {
    const store = new MemoryEventStore();
    const relation = tracker(store);
    await tell(relation, 1);
    const before = await logged(store);
    const { outcome, changes } = await adopt(relation, TRUSTING, true);
    expect([outcome, changes.length]).toEqual(['would be adopted', 1]);
    expect(await logged(store)).toEqual(before);
    expect(await standing(relation)).toBe(`reported under ${DEFAULT_POLICY.version}`);
  });

  it('goes on when another tracker records something meanwhile', async () => {
    const store = new MemoryEventStore();
    const [relation, other] = [tracker(store), tracker(store)];
    await tell(relation, 1);
    const readStream = store.readStream.bind(store);
    let isOvertaken = false;
    store.readStream = async (...args) => {
      const events = await readStream(...args);
      if (args[1]?.afterVersion === 0 && !isOvertaken) {
        isOvertaken = true;
        await tell(other, 2);
      }
      return events;
    };
    expect(await adopt(relation, TRUSTING)).toMatchObject({ outcome: 'adopted' });
    expect((await logged(store)).map(({ type }) => type).slice(-2)).toEqual([
      LOG_EVENTS.policyAdopted,
      LOG_EVENTS.relationChanged,
    ]);
    expect(isOvertaken).toBe(true);
  });

  it('leaves all as it was when the database goes away', async () => {
    const store = new BreakingStore();
    const relation = tracker(store);
    await tell(relation, 1);
    await standing(relation);
    store.pagesLeft = 1;
    await expect(adopt(relation, TRUSTING)).rejects.toThrow('terminated');
    expect(await standing(relation)).toBe(`reported under ${DEFAULT_POLICY.version}`);
    expect(await adopt(relation, TRUSTING)).toMatchObject({ outcome: 'adopted' });
  });
});
