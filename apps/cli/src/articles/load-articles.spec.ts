import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadArticles } from './load-articles';

const article = (id: string) => ({
  id,
  publisher: 'Example',
  publishedAt: '2025-06-06',
  title: id,
  text: id,
});

describe('articles of paths', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'detente-articles-'));
  const put = (name: string, content: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const load = async (...paths: string[]) => loadArticles(paths, '2025-06-07T00:00:00.000Z');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are read from an object, an array and lines', async () => {
    put('a.json', JSON.stringify(article('a'), null, 2));
    put('b.json', JSON.stringify([article('b'), article('c')]));
    put('c.ndjson', `${JSON.stringify(article('d'))}\n\n${JSON.stringify(article('e'))}\n`);
    put('notes.md', 'not looked at');
    const { articles, faults } = await load(folder);
    expect(articles.map((one) => one.article.externalId)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(faults).toEqual([]);
  });

  it('count once, however often a path is named', async () => {
    const { articles, repeats } = await load(folder, path.join(folder, 'a.json'), folder);
    expect([articles.length, repeats]).toEqual([5, 6]);
  });

  it('that are none are told with place and fault; the others are there', async () => {
    const file = put('mixed.jsonl', `${JSON.stringify(article('x'))}\n{"title":1}\nnot json\n`);
    const { articles, faults } = await load(file);
    expect(articles).toHaveLength(1);
    expect(faults.map(({ where }) => where)).toEqual([`${file}:2`, `${file}:3`]);
    expect(faults[0]?.faults.join()).toContain('publisher');
  });

  it('of a path that is not there end the command with a sentence', async () => {
    await expect(load(path.join(folder, 'nowhere'))).rejects.toThrow(/nowhere: no such file or folder/);
  });
});
