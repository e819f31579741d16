import { DatabaseError } from 'pg';

/** Codes of es.append, and PostgreSQL's where we rely on one. */
export const WRONG_VERSION = 'ES001';
export const RACES: readonly string[] = ['23505', '40P01', '40001']; // unique violation, deadlock, serialisation failure

export const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? '') : '');

/** Classes of faults that lie in the values that were sent: data exception, constraint, limit exceeded. */
export const isBadData = (error: unknown): boolean => ['22', '23', '54'].includes(codeOf(error).slice(0, 2));
