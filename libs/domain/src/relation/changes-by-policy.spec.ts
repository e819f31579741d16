import {
  changesByPolicy,
  createRelation,
  DEFAULT_POLICY,
  record,
  type Policy,
  type RelationInput,
} from '../index';
import { article, rate } from '../told.fixture';

const { sources, evidence } = DEFAULT_POLICY;
/** Under it the gazette speaks for a government. */
const TRUSTING: Policy = {
  ...DEFAULT_POLICY,
  version: 'trusting',
  sources: { ...sources, publishers: { ...sources.publishers, 'gazette.example': 'official' } },
};

const under = (policy: Policy, inputs: readonly RelationInput[]) => {
  const relation = createRelation(policy);
  for (const input of inputs) record(relation, input);
  return relation;
};

describe('what another policy changes', () => {
  const gazette = article('2025-06-01', [rate(30, { effective: '2025-06-01' })], {
    publisher: 'gazette.example',
  });
  const later = { type: 'DayPassed', day: '2025-06-20' } as const;
  const changed = changesByPolicy(under(DEFAULT_POLICY, [gazette, later]), under(TRUSTING, [gazette, later]));

  it('is told as a change of each facet that reads differently, from the day on from which it does', () => {
    expect(changed).toMatchObject([
      {
        ...{ facet: 'tariff/US', kind: 'changed', effective: '2025-06-01', until: null, policy: 'trusting' },
        ...{ late: false, corrects: true, standing: 'official', because: [gazette.observations[0]?.id] },
      },
    ]);
  });

  it('is nothing where all reads the same', () => {
    const relation = under(DEFAULT_POLICY, [gazette]);
    expect(changesByPolicy(relation, under({ ...DEFAULT_POLICY, version: 'other name' }, [gazette]))).toEqual(
      [],
    );
  });

  it('is told with its end where only the past reads differently', () => {
    const told = [
      gazette,
      article('2025-06-10', [rate(10, { effective: '2025-06-10' })], { publisher: 'ustr.gov' }),
    ];
    expect(changesByPolicy(under(DEFAULT_POLICY, told), under(TRUSTING, told))).toMatchObject([
      {
        facet: 'tariff/US',
        effective: '2025-06-01',
        until: '2025-06-10',
        corrects: true,
        standing: 'official',
      },
    ]);
  });

  it('says of a facet that is gone under which policy it is', () => {
    const twice = {
      ...DEFAULT_POLICY,
      version: 'short memory',
      staleness: { ...DEFAULT_POLICY.staleness, stanceDays: 1 },
    };
    const tone = [article('2025-06-01', [{ type: 'stance', actor: 'US', tone: 'hostile' }]), later] as const;
    const [gone] = changesByPolicy(under(DEFAULT_POLICY, tone), under(twice, tone));
    expect(gone).toMatchObject({ facet: 'stance/US', kind: 'gone', policy: 'short memory' });
  });

  it('names evidence thresholds by what they do', () => {
    const strict = { ...DEFAULT_POLICY, version: 'strict', evidence: { ...evidence, corroborated: 3 } };
    const two = [
      article('2025-06-01', [rate(30, { effective: '2025-06-01' })]),
      article('2025-06-01', [rate(30, { effective: '2025-06-01' })]),
    ];
    expect(changesByPolicy(under(DEFAULT_POLICY, two), under(strict, two))).toMatchObject([
      { facet: 'tariff/US', standing: 'reported' },
    ]);
  });
});
