import { isDeepStrictEqual } from 'node:util';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** The fields in which two policies differ, each with its place and both values. */
export const differences = (
  one: unknown,
  other: unknown,
  path = '',
): readonly (readonly [string, string, string])[] => {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isRecord(one) || !isRecord(other)) return [[path, shown(one), shown(other)]];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], path === '' ? key : `${path}.${key}`),
  );
};
