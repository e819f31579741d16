import { articleId, articleSubmission, canonicalUrl, normalise } from '.';

const sent = {
  id: 'leaders-call',
  url: null,
  publisher: 'Example Wire',
  publishedAt: '2025-06-06',
  title: 'Trump and Xi speak',
  text: 'They spoke.\r\nFor 90 minutes.',
};
const AT = '2025-06-06T10:00:00.000Z';

describe('normalise', () => {
  it('gives a bare day its first moment in UTC', () => {
    expect(normalise(sent, AT).publishedAt).toBe('2025-06-06T00:00:00.000Z');
  });

  it('turns a moment with an offset into UTC', () => {
    expect(normalise({ ...sent, publishedAt: '2025-06-06T01:30:00+02:00' }, AT).publishedAt).toBe(
      '2025-06-05T23:30:00.000Z',
    );
  });

  it('has one form for line ends and composed letters, and drops what PostgreSQL refuses', () => {
    const text = 'De\u0301tente\r\n\u0000half \ud83d pair';
    expect(normalise({ ...sent, text }, AT).text).toBe('D\u00e9tente\nhalf \ufffd pair');
  });

  it('keeps a whole surrogate pair', () => {
    expect(normalise({ ...sent, text: 'ship \u{1F6A2}' }, AT).text).toBe('ship \u{1F6A2}');
  });

  it('takes the corpus as it is: gold and textNote are no part of the article', () => {
    const labelled = articleSubmission.parse({ ...sent, gold: { relevant: true }, textNote: 'own words' });
    expect(normalise(labelled, AT)).toEqual(normalise(sent, AT));
  });
});

describe('revision', () => {
  it('is the same for another time of receipt, another link and another name', () => {
    const again = normalise(
      { ...sent, id: 'other', url: 'https://example.org/a' },
      '2026-01-01T00:00:00.000Z',
    );
    expect(again.revision).toBe(normalise(sent, AT).revision);
  });

  it('changes with the words', () => {
    expect(normalise({ ...sent, text: 'They spoke.' }, AT).revision).not.toBe(normalise(sent, AT).revision);
  });
});

describe('article id', () => {
  const named = { ...normalise(sent, AT) };

  it('does not change with the wording, the day or the title while the link is the same', () => {
    const one = articleId({ ...named, url: 'https://www.example.org/call/?utm_source=rss&b=2&a=1#top' });
    const other = articleId({ ...named, url: 'http://example.org/call?a=1&b=2', title: 'Another title' });
    expect(other).toBe(one);
  });

  it('tells two pages of one site apart', () => {
    expect(canonicalUrl('https://example.org/view?id=1')).not.toBe(
      canonicalUrl('https://example.org/view?id=2'),
    );
  });

  it('rests on publisher and name where there is no link', () => {
    expect(articleId({ ...named, title: 'Another title' })).toBe(named.id);
    expect(articleId({ ...named, publisher: 'Other Wire' })).not.toBe(named.id);
  });

  it('rests on publisher, day and title where there is neither', () => {
    const bare = { ...named, externalId: null };
    expect(articleId({ ...bare, title: '  trump and  xi SPEAK', publishedAt: AT })).toBe(articleId(bare));
    expect(articleId({ ...bare, publishedAt: '2025-06-07T00:00:00.000Z' })).not.toBe(articleId(bare));
  });
});

describe('articleSubmission', () => {
  it('names every fault with its path', () => {
    const result = articleSubmission.safeParse({ ...sent, publishedAt: 'yesterday', title: ' ', titel: 'x' });
    const paths = result.error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toEqual(['publishedAt', 'title', '']);
  });

  it.each(['ftp://example.org/a', 'javascript:alert(1)', 'example.org'])('refuses the link %s', (url) => {
    expect(articleSubmission.safeParse({ ...sent, url }).success).toBe(false);
  });
});
