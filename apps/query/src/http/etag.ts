import { DEFAULT_POLICY, TENSION_WEIGHTS } from '@app/domain';
import { createHash } from 'node:crypto';
import { type Request, type Response } from 'express';
import { buildVersion } from './build';

/** What an answer follows from: a place in the log, the question asked, and whatever else makes something of them. */
export const etagOf = (position: number, question: string, by: readonly string[]): string => {
  const rest = createHash('sha256')
    .update(JSON.stringify([question, ...by]))
    .digest('hex')
    .slice(0, 16);
  return `"${position}-${rest}"`;
};

/**
 * Marks an answer that is a function of a place in the log, the question asked, and how this build reads the log. True when the
 * caller has it already: then it is answered 304, without a body.
 */
export const isUnchanged = (request: Request, response: Response, position: number): boolean => {
  const by = [DEFAULT_POLICY.version, TENSION_WEIGHTS, buildVersion()];
  response.setHeader('etag', etagOf(position, request.originalUrl, by));
  response.setHeader('cache-control', 'no-cache');
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
};
