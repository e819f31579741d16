import { RELATION } from '@app/contracts';
import { type z } from 'zod';
import {
  articleAnswer,
  changesAnswer,
  stateAnswer,
  summaryAnswer,
  type ArticleAnswer,
  type ChangesPage,
  type RecordedChange,
  type State,
  type Summary,
} from './api-answers';
import { ApiUnreachable, toApiError, UnreadableAnswer } from './api-error';
import { followChanges, type Followed, type FollowOptions } from './follow-changes';

export interface ApiOptions {
  /** Address of the query service, as `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** Needed where the service was started with API_KEYS. */
  readonly apiKey?: string;
  /** How long an answer may take, milliseconds; default 30,000. */
  readonly timeoutMs?: number;
}

/** Days (`2025-06-20`, meaning their end) or moments (ISO 8601 with offset). What is left out is not limited. */
export interface Moments {
  /** How were things on that day? Default: the relation's day. */
  readonly asOf?: string;
  /** … by what had been published by then? */
  readonly knownAt?: string;
  /** … as this system had recorded it then? For audit: slow. */
  readonly recordedAt?: string;
}

export interface ChangesQuery {
  /** Position, exclusive: the `next` of the page before, or where one stood. */
  readonly after?: string | number;
  /** 1 to 500; default 50. */
  readonly limit?: number;
  /** Only this facet, or those below it: `tariff`, `tariff/US`. */
  readonly facet?: string;
  readonly order?: 'asc' | 'desc';
}

/** Every call rejects with ApiError (it answered with an error), ApiUnreachable, or UnreadableAnswer. */
export interface DetenteApi {
  state(moments?: Moments): Promise<State>;
  summary(moments?: Moments): Promise<Summary>;
  /** One page of the change log. */
  changes(query?: ChangesQuery): Promise<ChangesPage>;
  /** The change log from `after` to its end, page by page behind the scenes. */
  allChanges(query?: ChangesQuery): AsyncGenerator<RecordedChange>;
  /** By its id, or by the name that its sender gave it. */
  article(idOrName: string): Promise<ArticleAnswer>;
  /** Changes as they are recorded, without a gap across breaks. */
  follow(options?: FollowOptions): AsyncGenerator<Followed>;
}

const RELATION_PATH = `/v1/relations/${RELATION}`;

/** The query service over HTTP, typed. */
export const detenteApi = ({ baseUrl, apiKey, timeoutMs = 30_000 }: ApiOptions): DetenteApi => {
  const key = { ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };

  const request = async (
    url: URL,
    signal: AbortSignal,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(url, { signal, headers: { ...key, ...headers } });
    } catch (error) {
      throw new ApiUnreachable(url.href, error);
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  };

  const get = async <T>(path: string, query: object, answer: z.ZodType<T>): Promise<T> => {
    const url = new URL(path, baseUrl);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await request(url, AbortSignal.timeout(timeoutMs));
    try {
      return answer.parse(await response.json());
    } catch (error) {
      throw new UnreadableAnswer(url.href, error);
    }
  };

  const open = async (after: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> => {
    const url = new URL(`${RELATION_PATH}/changes/stream`, baseUrl);
    const asked = { accept: 'text/event-stream', 'last-event-id': String(after) };
    const { body } = await request(url, signal, asked);
    if (body === null) throw new ApiUnreachable(url.href, new Error('an empty answer'));
    return body;
  };

  const api: DetenteApi = {
    state: (moments = {}) => get(RELATION_PATH, moments, stateAnswer),
    summary: (moments = {}) => get(`${RELATION_PATH}/summary`, moments, summaryAnswer),
    changes: (query = {}) => get(`${RELATION_PATH}/changes`, query, changesAnswer),
    article: (idOrName) => get(`/v1/articles/${encodeURIComponent(idOrName)}`, {}, articleAnswer),
    allChanges: async function* (query = {}) {
      let after = query.after;
      for (;;) {
        const page = await api.changes({ limit: 500, ...query, ...(after !== undefined && { after }) });
        yield* page.items;
        if (page.next === null) return;
        after = page.next;
      }
    },
    follow: (options) => followChanges({ open, newest }, options),
  };
  const newest = async (): Promise<number> => {
    const { items } = await api.changes({ order: 'desc', limit: 1 });
    return items[0]?.position ?? 0;
  };
  return api;
};
