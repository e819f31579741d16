import { fillIn, percent, signed, table } from './markdown';

describe('the page of figures', () => {
  it('keeps its words and gets new figures between its marks', () => {
    const page = 'Before.\n<!-- figures: one -->\nold\n<!-- end of figures -->\nAfter.\n';
    expect(fillIn(page, { one: 'new' })).toBe(
      'Before.\n<!-- figures: one -->\n\nnew\n\n<!-- end of figures -->\nAfter.\n',
    );
  });

  it('must have a place for every block', () => {
    expect(() => fillIn('Nothing here.', { one: 'new' })).toThrow('no place for the figures "one"');
  });

  it('gives tables whose cells cannot break them', () => {
    expect(table(['a', 'b'], [['x|y', null]])).toBe('| a | b |\n| --- | --- |\n| x\\|y | – |');
  });

  it('says that there was nothing to compare, and signs correlations', () => {
    expect(percent({ right: 0, all: 0 })).toBe('none to compare');
    expect(percent({ right: 1, all: 3 })).toBe('1 of 3 (33.3 %)');
    expect([signed(0.5), signed(-0.125), signed(null)]).toEqual(['+0.50', '−0.13', '–']);
  });
});
