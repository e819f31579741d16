import { interval } from './bootstrap';
import { hash, seeded } from './random';

const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length;

describe('the interval', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i % 2);

  it('is the same each time', () => {
    expect(interval(hundred, mean)).toEqual(interval(hundred, mean));
  });

  it('is about two standard errors each way', () => {
    // a share of a half over 100: standard error 0.05
    const { low, high } = interval(hundred, mean) ?? { low: 0, high: 0 };
    expect(low).toBeGreaterThan(0.36);
    expect(low).toBeLessThan(0.44);
    expect(high).toBeGreaterThan(0.56);
    expect(high).toBeLessThan(0.64);
  });

  it('has no width where nothing varies, and is none where there is no figure', () => {
    expect(interval([1, 1, 1], mean)).toEqual({ low: 1, high: 1 });
    expect(interval([1, 1, 1], () => null)).toBeNull();
  });
});

describe('seeded numbers', () => {
  it('are spread over [0, 1) and repeat with their seed', () => {
    const next = seeded(7);
    const first = Array.from({ length: 1000 }, next);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...first)).toBeLessThan(1);
    expect(Math.abs(mean(first) - 0.5)).toBeLessThan(0.05);
    const again = seeded(7);
    expect(Array.from({ length: 1000 }, again)).toEqual(first);
  });

  it('hash a text as FNV-1a does', () => {
    expect(hash('a')).toBe(0xe40c292c);
    expect(hash('foobar')).toBe(0xbf9cf968);
  });
});
