import { staleDocs, withSamples } from './generated-docs';

describe('the generated files of docs/', () => {
  it('are what the code says; else run `npm run docs` and commit them', async () => {
    expect((await staleDocs()).map(({ file }) => file)).toEqual([]);
  });
});

describe('withSamples', () => {
  it("replaces an old sample by today's, and leaves the rest", () => {
    const markdown = 'a\n\n<!-- sample: facetGone -->\n\nold\n\n<!-- end -->\n\nb\n';
    expect(withSamples(markdown)).toMatch(
      /^a\n\n<!-- sample: facetGone -->\n\n```text\nkey [^]+\(no value\)\n```\n\n<!-- end -->\n\nb\n$/,
    );
  });

  it('refuses a sample that is not there', () => {
    expect(() => withSamples('<!-- sample: nothing -->\n\n\n\n<!-- end -->')).toThrow(
      'no sample message nothing',
    );
  });
});
