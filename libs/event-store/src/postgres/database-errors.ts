import { DatabaseError } from 'pg';

/** PostgreSQL's five characters, '' for any other error. */
const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? '') : '');

/** Classes of faults that lie in the values that were sent: data exception, constraint, limit exceeded. */
export const isBadData = (error: unknown): boolean => ['22', '23', '54'].includes(codeOf(error).slice(0, 2));
