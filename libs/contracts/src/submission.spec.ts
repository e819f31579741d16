import { articleSubmission } from '.';

const sent = { publisher: 'Example Wire', publishedAt: '2025-06-06', title: 'Talks', text: 'They talked.' };

const faults = (changed: object): string[] =>
  articleSubmission.safeParse({ ...sent, ...changed }).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('a submission', () => {
  it.each([
    '0000-01-01',
    '0001-01-01',
    '1969-12-31',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '1970-01-01T00:00:00+14:00',
  ])('dated %s is refused: read models could not keep it, or nobody meant it', (publishedAt) => {
    expect(faults({ publishedAt })).toEqual(['publishedAt']);
  });

  it('may be as old as the epoch', () => {
    expect(faults({ publishedAt: '1970-01-01' })).toEqual([]);
  });

  it.each([' ', '\u0000', '\n\u0000 '])(
    'needs more than %j for its name, publisher, title and text',
    (blank) => {
      expect(faults({ id: blank, publisher: blank, title: blank, text: blank })).toEqual(
        expect.arrayContaining(['id', 'publisher', 'title', 'text']),
      );
    },
  );

  it('is measured as it is kept: a letter that is composed of two comes longer out of it', () => {
    // U+FB2C becomes three code points in NFC.
    expect(faults({ id: '\uFB2C'.repeat(100), title: '\uFB2C'.repeat(400) })).toEqual(['id', 'title']);
    expect(faults({ id: '\uFB2C'.repeat(60) })).toEqual([]);
  });

  it('has a link without control characters', () => {
    expect(faults({ url: 'https://example.org/a\u0000b' })).toEqual(['url']);
    expect(faults({ url: 'https://example.org/a?b=c#d' })).toEqual([]);
  });
});
