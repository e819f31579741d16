import { InvalidArgumentError } from 'commander';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

const isReal = (value: string): boolean => !Number.isNaN(Date.parse(value));

/** A day or a moment of the command line; a moment comes back in UTC. */
export const moment = (value: string): string => {
  if (DAY.test(value) && isReal(value) && new Date(value).toISOString().startsWith(value)) return value;
  if (MOMENT.test(value) && isReal(value)) return new Date(value).toISOString();
  throw new InvalidArgumentError('expected a day (2025-06-20) or a moment (2025-06-20T12:00:00Z)');
};
