import { filledIn, staleDocs } from './generated-docs';

describe('the generated files of docs/', () => {
  it('are what the code says; else run `npm run docs` and commit them', async () => {
    expect((await staleDocs()).map(({ file }) => file)).toEqual([]);
  }, 60_000);
});

describe('filledIn', () => {
  it("replaces an old sample by today's, and leaves the rest", () => {
    const markdown = 'a\n\n<!-- sample: facetGone -->\n\nold\n\n<!-- end -->\n\nb\n';
    expect(filledIn(markdown)).toMatch(
      /^a\n\n<!-- sample: facetGone -->\n\n```text\nkey [^]+\(no value\)\n```\n\n<!-- end -->\n\nb\n$/,
    );
  });

  it('lists the fields of a type with what each says', () => {
    const filled = filledIn('<!-- fields: detente.relation.changed.v1 -->\n\n<!-- end -->');
    expect(filled).toContain(
      '\n- `late` (boolean): Learned after the day of the relation had passed it by.\n',
    );
    expect(filled).toContain('\n- `to` (FacetValue or null): The value after; null when it is gone.\n');
    expect(filled).not.toMatch(/\): $/m);
  });

  it('refuses a sample that is not there', () => {
    expect(() => filledIn('<!-- sample: nothing -->\n\n<!-- end -->')).toThrow('no sample message nothing');
  });
});
