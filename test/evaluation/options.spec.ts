import { parseOptions } from './options';
import { partOf } from './parts';

describe('the command line', () => {
  it('takes the open sets where nothing is said', () => {
    expect(parseOptions([]).sets).toEqual(['dev', 'history', 'newsroom']);
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
