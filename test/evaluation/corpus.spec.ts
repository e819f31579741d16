import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tariffAuthority, tariffBasis } from '@app/contracts';
import { readCorpus } from './corpus';

const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

describe.each([
  ['dev', 86],
  ['history', 141],
  ['newsroom', 26],
  ['fresh', 52],
  ['voices', 32],
  ['held', 16],
])('the labels of %s', (set, size) => {
  const articles = readCorpus(join(__dirname, set));
  const lines = articles.flatMap((article) =>
    article.gold.observations.map((line) => ({ at: `${article.id}: ${line.evidence}`, article, line })),
  );

  it(`are those of ${size} articles, each named as its file`, () => {
    expect(articles).toHaveLength(size);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(size);
    for (const { id } of articles)
      expect(readFileSync(join(__dirname, set, `${id}.json`), 'utf8')).toContain(`"${id}"`);
  });

  it('rest on words of the article', () => {
    const elsewhere = lines.filter(
      ({ article, line }) => !article.text.includes(line.evidence) && !article.title.includes(line.evidence),
    );
    expect(elsewhere.map(({ at }) => at)).toEqual([]);
  });

  it('are none, and neutral, where the article is irrelevant, and some where it is relevant', () => {
    const wrong = articles.filter(
      ({ gold }) =>
        gold.relevant !== gold.observations.length > 0 || (!gold.relevant && gold.direction !== 'neutral'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('have ISO dates', () => {
    const dates = lines.flatMap(({ at, line }) =>
      ['date', 'until', 'effective'].map((field) => ({ at, value: line[field] })),
    );
    expect(dates.filter(({ value }) => typeof value === 'string' && !DAY.test(value))).toEqual([]);
  });

  it('tell of every tariff what it counts and its ground', () => {
    const wrong = lines.filter(
      ({ line }) =>
        line.type === 'tariff' &&
        !(
          tariffBasis.safeParse(line['basis']).success &&
          tariffAuthority.nullable().safeParse(line['authority']).success
        ),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it('require at most one tone of a side', () => {
    const required = lines.filter(({ line }) => line.type === 'stance' && line.required);
    const sides = required.map(({ article, line }) => `${article.id} ${String(line['actor'])}`);
    expect(new Set(sides).size).toBe(sides.length);
  });
});
