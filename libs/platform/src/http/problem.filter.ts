import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { currentCorrelation } from '../correlation/correlation';
import type { Logger } from '../logging/logger';
import { pointer, ProblemException, type Fault, type Problem } from './problem';

export interface ProblemFilterOptions {
  readonly logger: Logger;
  /** Whether an error means that the database or the broker is away: answered 503, come again. */
  readonly isOutage: (error: unknown) => boolean;
}

type Body = Omit<Problem, 'instance' | 'correlationId'>;

/** The one place where errors become HTTP answers, all of them application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ProblemFilterOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const body = this.toProblem(error, request);
    if (body.status >= 500) this.options.logger.error({ err: error, status: body.status }, body.title);
    if (response.headersSent) {
      // An answer under way (a stream) cannot become a problem any more: break it off, so that nobody takes it for whole.
      response.destroy();
      return;
    }
    if (body.status === 503) response.setHeader('retry-after', '2');
    const correlationId = currentCorrelation()?.correlationId;
    response
      .status(body.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          ...body,
          instance: request.originalUrl,
          ...(correlationId !== undefined && { correlationId }),
        }),
      );
  }

  private toProblem(error: unknown, request: Request): Body {
    if (error instanceof ProblemException) {
      return { type: 'about:blank', status: error.getStatus(), ...error.problem };
    }
    const faults = zodFaults(error, request);
    if (faults !== null) return invalid(faults, request);
    if (error instanceof HttpException) return plain(error.getStatus(), error.message);
    if (this.options.isOutage(error)) {
      return plain(
        503,
        'A part of the system is away for the moment. Nothing was lost; send the same again.',
      );
    }
    const foreign = httpError.safeParse(error);
    if (foreign.success) return plain(foreign.data.status, foreign.data.message);
    return plain(500, 'An error of ours; the log has it under the correlation id.');
  }
}

/** What Express's body parser and the like throw. */
const httpError = z.object({
  status: z.int().min(400).max(499),
  expose: z.literal(true),
  message: z.string(),
});

const plain = (status: number, detail: string): Body => {
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: 'about:blank', title, status, ...(detail !== title && { detail }) };
};

const isRead = (request: Request): boolean => request.method === 'GET' || request.method === 'HEAD';

const invalid = (errors: readonly Fault[], request: Request): Body => ({
  type: 'about:blank',
  title: isRead(request) ? 'The parameters are not valid' : 'The content is not valid',
  status: isRead(request) ? 400 : 422,
  errors,
});

/** nestjs-zod wraps zod's error; a handler may throw it bare. */
const zodFaults = (error: unknown, request: Request): readonly Fault[] | null => {
  const cause: unknown = hasZodError(error) ? error.getZodError() : error;
  if (!(cause instanceof z.ZodError)) return null;
  return cause.issues.map((issue) => ({
    path: isRead(request) ? `?${issue.path.map(String).join('.')}` : pointer(issue.path),
    message: issue.message,
  }));
};

const hasZodError = (error: unknown): error is { getZodError(): unknown } =>
  typeof error === 'object' &&
  error !== null &&
  'getZodError' in error &&
  typeof error.getZodError === 'function';
