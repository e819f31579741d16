import { articleStream, LOG_EVENTS } from '@app/contracts';
import { MemoryEventStore } from '@app/event-store';
import { quietContext } from '@app/testing';
import { Activity } from '../relation/activity';
import { TrackedRelation } from '../relation/tracked-relation';
import { RetractArticle, RetractArticleHandler } from './retract-article';
import { retractionRequest } from './retract.dto';

const ID = '11111111-1111-4111-8111-111111111111';
const clock = { now: (): Date => new Date('2025-06-07T00:00:00.000Z') };
const who = { reason: 'withdrawn by the publisher', by: 'op' };

const articleInLog = async (): Promise<{
  retract: (body: object) => Promise<string>;
  store: MemoryEventStore;
}> => {
  const store = new MemoryEventStore();
  const recorded = { id: ID, type: LOG_EVENTS.articleRecorded, schemaVersion: 1, data: {}, metadata: {} };
  await store.append([{ stream: articleStream(ID), expected: 'any', events: [recorded] }]);
  const relation = new TrackedRelation(store, new Activity(clock), quietContext(clock));
  const handler = new RetractArticleHandler(relation, store, clock);
  return {
    retract: (body) => handler.execute(new RetractArticle(ID, retractionRequest.parse(body), 'c')),
    store,
  };
};

describe('a retraction', () => {
  it('dated far ahead is refused: it would take the day of the relation with it', async () => {
    const { retract, store } = await articleInLog();
    expect(await retract({ ...who, at: '2099-01-01T00:00:00Z' })).toBe('ahead of time');
    expect((await store.head()).position).toBe(1);
  });

  it('may be dated by a clock that is a few hours ahead', async () => {
    const { retract } = await articleInLog();
    expect(await retract({ ...who, at: '2025-06-07T05:00:00Z' })).toBe('recorded');
  });

  it('has a time and words that can be kept', () => {
    const read = retractionRequest.safeParse({
      reason: 'a\u0000bc',
      by: '\u0000',
      at: '0000-01-01T00:00:00Z',
    });
    expect(read.error?.issues.map(({ path }) => path.join('/'))).toEqual(['reason', 'by', 'at']);
  });
});
