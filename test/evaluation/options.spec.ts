import { HELD_OUT, parseOptions } from './options';
import { partOf } from './parts';

describe('the command line', () => {
  it('takes sets on which rules are written where nothing is said', () => {
    expect(parseOptions([]).sets).toEqual(['dev', 'history', 'newsroom']);
  });

  it('takes the held-out set where it is asked for', () => {
    expect(parseOptions(['--set', HELD_OUT]).sets).toEqual([HELD_OUT]);
    expect(parseOptions(['--set', 'all']).sets).toContain(HELD_OUT);
  });

  it.each([
    [['--set', 'nope'], 'no such set'],
    [['--part', 'D'], 'A, B or C'],
    [['--paraphrase', '1.5'], 'whole number'],
    [['--raise', '--part', 'A'], 'whole sets'],
    [['--raise', '--gold', '/tmp'], 'whole sets'],
    [['--typo'], '--typo'],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

describe('the parts', () => {
  it('are drawn by id alone and are about of one size', () => {
    const parts = Array.from({ length: 300 }, (_, i) => partOf(`article-${i}`));
    for (const part of ['A', 'B', 'C']) {
      const size = parts.filter((p) => p === part).length;
      expect(size).toBeGreaterThan(70);
      expect(size).toBeLessThan(130);
    }
    expect(partOf('article-7')).toBe(partOf('article-7'));
  });
});
