import { z } from 'zod';

/**
 * What was published stays readable, and what is published can be read by whoever knew the released schema. So within
 * v1 a schema may only get optional fields, and, where it is marked `x-extensible`, further types and words.
 */
export interface Break {
  /** Type and JSON pointer. */
  readonly at: string;
  readonly what: string;
}

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  'x-extensible': z.literal(true).optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  $defs: z.record(z.string(), z.unknown()).default({}),
});
type Schema = z.infer<typeof schemaShape>;

/** They describe; they decide nothing. */
const ANNOTATIONS = new Set(['$schema', '$id', 'title', 'description', 'examples', 'x-extensible']);
/** Compared by rules of their own. */
const STRUCTURE = new Set([
  '$ref',
  '$defs',
  'properties',
  'required',
  'enum',
  'const',
  'anyOf',
  'oneOf',
  'items',
]);
const shown = (value: unknown): string => (value === undefined ? 'not set' : JSON.stringify(value));

/** One side of the comparison: the whole document, for its `$ref`s. */
const reader = (document: unknown): ((node: unknown) => Schema) => {
  const { $defs } = schemaShape.parse(document);
  const read = (node: unknown): Schema => {
    const schema = schemaShape.parse(node);
    return schema.$ref === undefined ? schema : read($defs[schema.$ref.replace('#/$defs/', '')]);
  };
  return read;
};

/** The words that a value may be, where it is not free. */
const wordsOf = (schema: Schema): unknown[] => schema.enum ?? ('const' in schema ? [schema.const] : []);

/** What tells a member of a union from the others: the word that its `type` (or another field) must be, else its kind. */
const memberName = (schema: Schema, read: (node: unknown) => Schema): string => {
  const tags = Object.entries(schema.properties).flatMap(([name, node]) => {
    const { const: word } = read(node);
    return typeof word === 'string' ? [`${name}=${word}`] : [];
  });
  if (tags.length > 0) return tags.join();
  return typeof schema['type'] === 'string' ? schema['type'] : 'union';
};

/** The members of a union by name; of two with one name the later is `name 2`. */
const membersOf = (schema: Schema, read: (node: unknown) => Schema): Map<string, unknown> => {
  const members = new Map<string, unknown>();
  for (const node of schema.anyOf ?? schema.oneOf ?? []) {
    const name = memberName(read(node), read);
    const alike = [...members.keys()].filter((known) => known.split(' ')[0] === name).length;
    members.set(alike === 0 ? name : `${name} ${alike + 1}`, node);
  }
  return members;
};

interface Pair {
  readonly before: unknown;
  readonly after: unknown;
  readonly at: string;
  /** Inside a part that may grow. */
  readonly open: boolean;
}

/** Everything in which `after` breaks what was promised by `before`; empty when it keeps it. Both are JSON Schemas. */
export const breaksBetween = (type: string, released: unknown, today: unknown): readonly Break[] => {
  const [readBefore, readAfter] = [reader(released), reader(today)];
  const found: Break[] = [];

  const compare = (pair: Pair): void => {
    const { at } = pair;
    const before = readBefore(pair.before);
    const after = readAfter(pair.after);
    const open = pair.open || before['x-extensible'] === true;
    const tell = (what: string, where = at): void => void found.push({ at: where, what });
    compareKeywords(before, after, tell);
    compareWords(before, after, open, tell);
    compareFields(before, after, at, open);
    compareMembers(before, after, at, open);
    if (before.items !== undefined && after.items !== undefined)
      compare({ before: before.items, after: after.items, at: `${at}/items`, open });
  };

  const compareFields = (before: Schema, after: Schema, at: string, open: boolean): void => {
    for (const [name, node] of Object.entries(before.properties)) {
      const where = `${at}/${name}`;
      const now = after.properties[name];
      if (now === undefined) found.push({ at: where, what: 'the field was removed' });
      else compare({ before: node, after: now, at: where, open });
      const [was, is] = [before.required.includes(name), after.required.includes(name)];
      if (was && !is && now !== undefined) found.push({ at: where, what: 'the field may be missing now' });
      if (!was && is)
        found.push({ at: where, what: 'the field is required now; earlier messages may lack it' });
    }
    for (const name of after.required.filter((field) => !(field in before.properties)))
      found.push({
        at: `${at}/${name}`,
        what: 'a new field is required; earlier messages lack it: make it optional',
      });
  };

  const compareMembers = (before: Schema, after: Schema, at: string, open: boolean): void => {
    const now = membersOf(after, readAfter);
    for (const [name, node] of membersOf(before, readBefore)) {
      const where = `${at}/${name}`;
      const same = now.get(name);
      if (same === undefined) found.push({ at: where, what: 'this possibility was removed' });
      else compare({ before: node, after: same, at: where, open });
      now.delete(name);
    }
    if (open) return;
    for (const name of now.keys()) found.push({ at: `${at}/${name}`, what: 'a possibility was added' });
  };

  compare({ before: released, after: today, at: type, open: false });
  return found;
};

type Tell = (what: string) => void;

const compareKeywords = (before: Schema, after: Schema, tell: Tell): void => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    if (ANNOTATIONS.has(name) || STRUCTURE.has(name) || shown(before[name]) === shown(after[name])) continue;
    tell(`${name} was ${shown(before[name])}, is ${shown(after[name])}`);
  }
};

const compareWords = (before: Schema, after: Schema, open: boolean, tell: Tell): void => {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const gone = was.filter((word) => !is.includes(word));
  const added = is.filter((word) => !was.includes(word));
  if (gone.length > 0) tell(`${shown(gone)} can be no value any more`);
  if (added.length > 0 && !(open && was.length > 0)) tell(`${shown(added)} can be a value now`);
};
