import { type Change, type FacetState, type FacetValue as DomainValue } from '@app/domain';
import {
  facetState,
  relationChanged,
  type FacetStateMessage,
  type FacetValue,
  type RelationChanged,
} from '.';

/** Compiles only while each is assignable to the other: a field added to one alone is an error here. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Logged = 'relation' | 'position' | 'recordedAt' | 'day' | 'reason';

describe('what is published is what the domain reads', () => {
  it('value by value, change by change, state by state', () => {
    const value: Same<DomainValue, FacetValue> = true;
    const change: Same<Change, Omit<RelationChanged, Logged | 'evidence'>> = true;
    const state: Same<FacetState, Omit<FacetStateMessage, Logged>> = true;
    expect([value, change, state]).toEqual([true, true, true]);
  });
});

const where = {
  relation: 'us-cn',
  position: 7,
  recordedAt: '2025-06-06T10:00:00.000000Z',
  day: '2025-06-06',
};
const stance = { type: 'stance', actor: 'US', tone: 'hostile', since: '2025-06-06' };
const firmness = { standing: 'reported', confidence: 0.8, because: ['o1'], policy: '1', evidence: [] };

describe('reading a message', () => {
  it('ignores fields that it does not know', () => {
    const sent = { ...where, facet: 'stance/US', value: { ...stance, mood: 'sour' }, status: 'hostile' };
    const read = facetState.parse({ ...sent, ...firmness, conflicts: [], later: 1 });
    expect(read).toEqual({ ...sent, value: stance, ...firmness, conflicts: [] });
  });

  it('refuses a change without its flags', () => {
    const sent = { ...where, ...firmness, facet: 'stance/US', kind: 'appeared', from: null, to: stance };
    const result = relationChanged.safeParse({
      ...sent,
      fromStatus: null,
      toStatus: 'hostile',
      effective: '2025-06-06',
      until: null,
    });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['late', 'corrects']);
  });
});
