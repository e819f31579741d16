import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { withCorrelation } from './correlation';

/** What a caller may send: anything else is replaced, for it goes into logs and headers. */
const WELL_FORMED = /^[\w.:-]{1,128}$/;

/** Takes `x-correlation-id`, or makes one; runs the request with it and sends it back. */
export const correlationMiddleware = (request: Request, response: Response, next: NextFunction): void => {
  const sent = request.header('x-correlation-id');
  const correlationId = sent !== undefined && WELL_FORMED.test(sent) ? sent : randomUUID();
  response.setHeader('x-correlation-id', correlationId);
  withCorrelation({ correlationId }, next);
};
