import { seeded } from './random';

describe('seeded', () => {
  const draw = (seed: string): number[] => {
    const random = seeded(seed);
    return Array.from({ length: 20 }, () => random.between(1, 1000));
  };

  it('repeats itself from the same seed and differs from another', () => {
    expect(draw('7')).toEqual(draw('7'));
    expect(draw('7')).not.toEqual(draw('8'));
  });

  it('stays inside both ends', () => {
    const random = seeded('ends');
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(1, 3)));
    expect([...drawn].sort()).toEqual([1, 2, 3]);
  });

  it('gives a fork that does not depend on what was drawn before', () => {
    const random = seeded('7');
    const first = random.fork('faults').next();
    random.next();
    expect(random.fork('faults').next()).toBe(first);
  });

  it('samples different items', () => {
    expect(new Set(seeded('s').sample([1, 2, 3, 4], 3)).size).toBe(3);
  });
});
