import { DEFAULT_POLICY } from '@app/domain';
import { parsePolicy } from './policy-file';

const parse = (told: object) => parsePolicy(JSON.stringify(told), 'my-policy.json');

describe('a policy file', () => {
  it('tells only what differs: a publisher more, a threshold', () => {
    const { sources, evidence, ...rest } = parse({
      version: 'mine-1',
      sources: { publishers: { 'example.org': 'agency' } },
      evidence: { corroborated: 3 },
    });
    expect(rest).toEqual({ ...rest, conflict: DEFAULT_POLICY.conflict, version: 'mine-1' });
    expect(sources.publishers).toEqual({ ...DEFAULT_POLICY.sources.publishers, 'example.org': 'agency' });
    expect(sources.weight).toEqual(DEFAULT_POLICY.sources.weight);
    expect(evidence).toEqual({ ...DEFAULT_POLICY.evidence, corroborated: 3 });
  });

  it.each([
    ['a version of its own is missing', {}, /version of its own/],
    ['a field is none of the policy', { version: 'x', tariff: {} }, /tariff/],
    ['a tier is none', { version: 'x', sources: { otherwise: 'excellent' } }, /sources\.otherwise/],
    ['a number is no number', { version: 'x', staleness: { threatDays: 'ten' } }, /staleness\.threatDays/],
  ])('is refused with the place where %s', (_, told, message) => {
    expect(() => parse(told)).toThrow(message);
  });

  it('is refused where it is no JSON', () => {
    expect(() => parsePolicy('{', 'my-policy.json')).toThrow(/my-policy.json is no JSON/);
  });
});
