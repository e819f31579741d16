import { createHash } from 'node:crypto';
import { type Request, type Response } from 'express';

/**
 * Marks an answer that is a function of a place in the log and the question asked. True when the caller has it already:
 * then it is answered 304, without a body.
 */
export const isUnchanged = (request: Request, response: Response, position: number): boolean => {
  const question = createHash('sha256').update(request.originalUrl).digest('hex').slice(0, 12);
  response.setHeader('etag', `"${position}-${question}"`);
  response.setHeader('cache-control', 'no-cache');
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
};
