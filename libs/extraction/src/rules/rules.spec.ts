import { read } from '../read';
import { avoid } from './avoid';
import { rules } from '.';
import { indexRules, runRules } from './run';
import { type AnyRule, type Reading } from './rule';

const readWith = (chosen: readonly AnyRule[], text: string, publishedAt = '2025-06-06'): Reading[] =>
  runRules(
    indexRules(chosen),
    read({ id: 'example', revision: '1', title: '', text, publishedAt, publisher: 'example' }),
  );

describe('rules', () => {
  it('have ids of their own, named after their type', () => {
    const ids = rules.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rules.filter((r) => !r.id.startsWith(`${r.type}.`))).toEqual([]);
  });

  it('carry at least three texts that they read and two that they leave alone', () => {
    expect(rules.filter((r) => r.yes.length < 3 || r.no.length < 2).map((r) => r.id)).toEqual([]);
  });

  it('read nothing from the avoid corpus', () => {
    const wrong = avoid.flatMap((text) => readWith(rules, text).map((r) => `${r.ruleId}: ${text}`));
    expect(wrong).toEqual([]);
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    it.each(rule.yes.map(([text, expected, published]) => ({ text, expected, published })))(
      'reads: $text',
      ({ text, expected, published }) => {
        const fields = readWith([rule], text, published).map((r) => r.fields);
        expect(fields).toContainEqual(expect.objectContaining(expected));
      },
    );

    it.each([...rule.no])('leaves alone: %s', (text) => {
      expect(readWith([rule], text).map((r) => r.fields)).toEqual([]);
    });
  });
});
