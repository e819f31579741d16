import { type ArticleObserved } from '../inputs';
import { createRelation } from './create-relation';
import { record } from './record';
import { readFacet } from './state-of';

/** A leader's tone as an engine of a version reads it in the same article. */
const readBy = (version: string, tone: 'hostile' | 'conciliatory'): ArticleObserved => ({
  type: 'ArticleObserved',
  articleId: 'a',
  revision: 'r',
  url: null,
  publisher: 'reuters.com',
  publishedAt: '2025-06-01',
  title: '',
  signature: [],
  engine: { id: 'rules', version },
  relevant: true,
  direction: 'neutral',
  observations: [
    {
      type: 'stance',
      actor: 'CN',
      tone,
      id: `${version}-${tone}`,
      ruleId: 'test',
      confidence: 1,
      news: true,
      source: 'CN',
      evidence: { text: 'x' },
      sentence: { text: 'x' },
    },
  ],
});

describe('an article that several versions of an engine have read', () => {
  it.each([
    ['1.9.0', '1.10.0'],
    ['1.10.0', '1.9.0'],
  ])('says what the newest reads, in whichever order they are recorded (%s, then %s)', (first, second) => {
    const relation = createRelation();
    for (const version of [first, second])
      record(relation, readBy(version, version === '1.10.0' ? 'conciliatory' : 'hostile'));
    expect(readFacet(relation, 'stance/CN', {})?.status).toBe('conciliatory');
  });
});
