import { DEFAULT_POLICY } from '@app/domain';
import { policyText } from './read-policy';

const read = (told: unknown) => policyText.safeParse(typeof told === 'string' ? told : JSON.stringify(told));
const faults = (told: unknown): readonly string[] =>
  read(told).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a policy that is told', () => {
  it('tells only what differs: a publisher more, a threshold', () => {
    const { sources, evidence, ...rest } = policyText.parse(
      JSON.stringify({
        version: 'mine-1',
        sources: { publishers: { 'example.org': 'agency' } },
        evidence: { corroborated: 3 },
      }),
    );
    expect(rest).toEqual({ ...rest, conflict: DEFAULT_POLICY.conflict, version: 'mine-1' });
    expect(sources.publishers).toEqual({ ...DEFAULT_POLICY.sources.publishers, 'example.org': 'agency' });
    expect(sources.weight).toEqual(DEFAULT_POLICY.sources.weight);
    expect(evidence).toEqual({ ...DEFAULT_POLICY.evidence, corroborated: 3 });
  });

  it('is the default where it tells the default version and nothing else', () => {
    expect(read({ version: DEFAULT_POLICY.version }).data).toEqual(DEFAULT_POLICY);
  });

  it.each([
    ['its version is missing', {}, /^version: /],
    [
      'it differs from the default under its version',
      { version: DEFAULT_POLICY.version, evidence: { deciding: 5 } },
      /^version: .*version of its own/,
    ],
    ['a field is none of the policy', { version: 'x', tariff: {} }, /tariff/],
    ['a tier is none', { version: 'x', sources: { otherwise: 'excellent' } }, /^sources\.otherwise: /],
    ['a number is no number', { version: 'x', staleness: { threatDays: 'ten' } }, /^staleness\.threatDays: /],
    [
      'a publisher could never be met',
      { version: 'x', sources: { publishers: { 'https://www.Example.org/news': 'media' } } },
      /here example\.org/,
    ],
    ['a list is in the place of the whole', [1], /^: /],
    ['it is no JSON', '{', /is no JSON/],
  ])('is refused with the place where %s', (_, told, fault) => {
    expect(faults(told)).toEqual([expect.stringMatching(fault)]);
  });
});
