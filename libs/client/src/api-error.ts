import { z } from 'zod';

const problem = z.object({
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  correlationId: z.string().optional(),
});
/** What the service says of an error, RFC 9457. */
export type Problem = z.infer<typeof problem>;

/** The service answered, and the answer is an error: `status` and `problem` say which. */
export class ApiError extends Error {
  readonly code = 'API_ERROR';
  constructor(
    readonly url: string,
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(`${url} answered ${status}${problem === null ? '' : `: ${inWords(problem)}`}`);
    this.name = 'ApiError';
  }
}

/** No answer came, or one that this client cannot read: `cause` says why. */
export class ApiUnreachable extends Error {
  readonly code = 'API_UNREACHABLE';
  constructor(url: string, cause: unknown) {
    super(`${url} gave no answer (${reasonOf(cause)}): is the query service up, and is that its address?`, {
      cause,
    });
    this.name = 'ApiUnreachable';
  }
}

/** An answer that does not have the form that this client knows. */
export class UnreadableAnswer extends Error {
  readonly code = 'UNREADABLE_ANSWER';
  constructor(url: string, cause: unknown) {
    super(`${url} answered in a form that this client does not know: ${reasonOf(cause)}`, { cause });
    this.name = 'UnreadableAnswer';
  }
}

const inWords = ({ title, detail, errors = [] }: Problem): string =>
  [title, detail, ...errors.map(({ path, message }) => `${path} ${message}`)]
    .filter((part) => part !== undefined)
    .join('; ');

const thrown = z.object({
  message: z.string(),
  cause: z.object({ message: z.string() }).optional().catch(undefined),
});

/** `fetch` says only "fetch failed"; what failed stands in its cause. */
const reasonOf = (error: unknown): string => {
  const { data } = thrown.safeParse(error);
  return data?.cause?.message ?? data?.message ?? String(error);
};

/** The error that an answer is; reads its body. */
export const toApiError = async (response: Response): Promise<ApiError> => {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // a proxy's page: its status says enough
  }
  const parsed = problem.safeParse(body);
  return new ApiError(response.url, response.status, parsed.success ? parsed.data : null);
};
