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

/** An answer that is a function of a place in the log, the question asked, and how this build reads the log. */
export interface Answer {
  readonly position: number;
  /** Works it out; not called for a caller who has it. */
  readonly tell: () => object;
}

/** Sends an answer with its mark; to a caller who has it already, 304 without a body. */
export const send = (request: Request, response: Response, { position, tell }: Answer): void => {
  const by = [DEFAULT_POLICY.version, TENSION_WEIGHTS, buildVersion()];
  response.setHeader('etag', etagOf(position, request.originalUrl, by));
  response.setHeader('cache-control', 'no-cache');
  if (request.fresh) response.status(304).end();
  else response.json(tell());
};
