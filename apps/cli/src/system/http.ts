import { z } from 'zod';
import { CommandFailure, EXIT } from '../output/exit-code';
import { addresses } from './addresses';

const problem = z.object({
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const explain = (status: number, body: string): string => {
  const parsed = problem.safeParse(safeJson(body));
  if (!parsed.success) return `answered ${status}: ${body.slice(0, 200)}`;
  const { title, detail, errors = [] } = parsed.data;
  const faults = errors.map(({ path, message }) => `  ${path}: ${message}`);
  return [title, ...(detail === undefined ? [] : [detail]), ...faults].join('\n');
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // an answer of another program than ours: shown as it is
  }
};

/** An answer that takes longer is taken for none; a load in one request takes its time. */
const TIMEOUT_MS = 120_000;

/** Asks a service. Throws a CommandFailure that a person can act on when it is away or says no. */
export const ask = async (url: URL, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<Response> => {
  const { API_KEY } = addresses();
  const headers = new Headers(init.headers);
  if (API_KEY !== undefined) headers.set('authorization', `Bearer ${API_KEY}`);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    throw new CommandFailure(
      `${url.origin} does not answer. Is the system running (npm start)? INTAKE_URL, TRACKER_URL and QUERY_URL say where it is.`,
      EXIT.unreachable,
      { cause: error },
    );
  }
  if (response.ok) return response;
  const text = await response.text();
  const code = response.status === 503 ? EXIT.unreachable : EXIT.failed;
  throw new CommandFailure(explain(response.status, text), code);
};

export const askJson = async (url: URL, init?: RequestInit, timeoutMs?: number): Promise<unknown> =>
  (await ask(url, init, timeoutMs)).json();

export const post = (url: URL, body: unknown, timeoutMs?: number): Promise<unknown> =>
  askJson(
    url,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    timeoutMs,
  );
