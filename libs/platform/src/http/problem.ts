import { HttpException } from '@nestjs/common';

/** One thing that is wrong with a request, and where: `path` is a JSON pointer into the body, or `?name` for a parameter of a read. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** JSON pointer (RFC 6901) of a path into the body; the empty one is the whole body. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The body of every error answer, RFC 9457, sent as application/problem+json. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly correlationId?: string;
  readonly errors?: readonly Fault[];
}

/** Throw in a controller or handler to answer with a problem. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly problem: {
      readonly title: string;
      readonly detail?: string;
      readonly errors?: readonly Fault[];
    },
    options?: ErrorOptions,
  ) {
    super(problem.title, status, options);
    this.name = 'ProblemException';
  }
}
