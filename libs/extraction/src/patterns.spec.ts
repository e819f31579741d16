import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

interface Pattern {
  readonly file: string;
  readonly source: string;
}

/** Every regular expression that stands in a file, `has(doc, part, /…/)` included. */
const patternsIn = (file: string, code: string): Pattern[] => {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, source: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
};

const mayMatch = (element: AST.Node, character: string): boolean =>
  new RegExp(`^(?:${element.raw})$`, 'i').test(character);

/** Characters that every pass through an alternative must read: what parts one turn of a loop from the next. */
const mandatory = (alternative: AST.Alternative): string[] =>
  alternative.elements.flatMap((e) => (e.type === 'Character' ? [String.fromCodePoint(e.value)] : []));

const alternativesOf = (element: AST.Node): readonly AST.Alternative[] =>
  element.type === 'Group' || element.type === 'CapturingGroup' ? element.alternatives : [];

/** Is every inner loop kept apart from the next turn of the outer one by a character that it cannot read itself? */
const isParted = (outer: AST.Quantifier): boolean =>
  alternativesOf(outer.element).every((alternative) => {
    const loops: AST.Quantifier[] = [];
    visitRegExpAST(alternative, {
      onQuantifierEnter: (inner) => {
        if (inner.max === Infinity) loops.push(inner);
      },
    });
    return loops.every((inner) => mandatory(alternative).some((c) => !mayMatch(inner.element, c)));
  });

/** Loops within loops that can read the same text in more than one way: what makes a pattern blow up. */
const nested = (source: string): string[] => {
  const found: string[] = [];
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2024 }).parseLiteral(source), {
    onQuantifierEnter: (outer) => {
      if (outer.max > 1 && !isParted(outer)) found.push(outer.raw);
    },
  });
  return found;
};

const patterns = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .flatMap((name) => patternsIn(name, readFileSync(join(__dirname, name), 'utf8')));

describe('regular expressions of the engine', () => {
  it('are found, those inside calls too', () => {
    expect(patterns.length).toBeGreaterThan(100);
    expect(patternsIn('x.ts', 'has(doc, part, / a b /)').map((p) => p.source)).toEqual(['/ a b /']);
  });

  it('hold no loop within a loop that could read one text in many ways', () => {
    expect(patterns.flatMap(({ file, source }) => nested(source).map((part) => `${file}: ${part}`))).toEqual(
      [],
    );
  });

  it.each(['/(a+)+$/', '/(?:\\w+ ?){1,5}x/', '/(?:a|b*)*c/', '/(?:.+,)*;/'])(
    'a bad one is reported: %s',
    (bad) => {
      expect(nested(bad)).not.toEqual([]);
    },
  );

  it.each(['/(?:\\w+ ){0,2}of/', '/(?:the |a )?\\w+/', '/a+b+/'])('a good one is not: %s', (good) => {
    expect(nested(good)).toEqual([]);
  });

  it('are not put together at run time', () => {
    const built = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .filter((name) => readFileSync(join(__dirname, name), 'utf8').includes('new RegExp('));
    expect(built).toEqual([]);
  });
});
