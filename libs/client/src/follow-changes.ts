import { setTimeout as sleep } from 'node:timers/promises';
import { recordedChange, type RecordedChange } from './api-answers';
import { ApiError, UnreadableAnswer } from './api-error';
import { eventStreamReader, type StreamEvent } from './event-stream';

export interface FollowOptions {
  /** Position behind which to begin: that of the state that was read, or of the last change handled. Default: now. */
  readonly after?: number;
  readonly signal?: AbortSignal;
  /** Told of each break (`null`: the service closed the stream), and how long it is waited before coming back. */
  readonly onBreak?: (error: unknown, pauseMs: number) => void;
}

/** `reset`: the service's log does not have the place that was asked for (it was started over): read the state anew. */
export type Followed =
  { readonly kind: 'change'; readonly change: RecordedChange } | { readonly kind: 'reset' };

/** The service, as this needs it. */
export interface ChangeSource {
  /** Position of the newest change; 0 when there is none. */
  readonly newest: () => Promise<number>;
  /** Opens the stream behind a position. Rejects with ApiError or ApiUnreachable. */
  readonly open: (after: number, signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
}

/** The service says every 15 s that it is there: after three of these in silence the connection is taken for dead. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Whether coming back can help: an outage passes, a wrong key or address does not. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof UnreadableAnswer) &&
  !(error instanceof ApiError && error.status < 500 && error.status !== 429);

/** Text of a body; gives up when nothing came for `SILENCE_MS`, whatever time the reader takes between two pieces. */
async function* textOf(body: AsyncIterable<Uint8Array>, giveUp: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let timer = setTimeout(giveUp, SILENCE_MS);
  try {
    for await (const bytes of body) {
      clearTimeout(timer);
      yield decoder.decode(bytes, { stream: true });
      timer = setTimeout(giveUp, SILENCE_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}

const toFollowed = ({ event, data }: StreamEvent): readonly Followed[] => {
  if (event === 'reset') return [{ kind: 'reset' }];
  if (event !== 'change') return []; // a kind that came after this client was built
  try {
    return [{ kind: 'change', change: recordedChange.parse(JSON.parse(data)) }];
  } catch (error) {
    throw new UnreadableAnswer('the stream of changes', error);
  }
};

/** What one connection gives, until it breaks. */
async function* readOnce(source: ChangeSource, after: number, signal: AbortSignal): AsyncGenerator<Followed> {
  const connection = new AbortController();
  const body = await source.open(after, AbortSignal.any([signal, connection.signal]));
  const giveUp = (): void => {
    connection.abort(new Error('nothing was heard for too long'));
  };
  const reader = eventStreamReader();
  for await (const text of textOf(body, giveUp)) yield* reader.read(text).flatMap(toFollowed);
}

/**
 * Changes one by one, without a gap and without repeats: after a break it comes back, with growing pauses, behind the
 * last change that was given. Ends when `signal` is given.
 * @throws ApiError when the service refuses (401, 404 …); UnreadableAnswer for a change in an unknown form.
 */
export async function* followChanges(
  source: ChangeSource,
  { after, signal = new AbortController().signal, onBreak }: FollowOptions = {},
): AsyncGenerator<Followed> {
  let place = after;
  let pauseMs = FIRST_PAUSE_MS;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    let broke: unknown = null;
    try {
      place ??= await source.newest();
      for await (const followed of readOnce(source, place, signal)) {
        place = followed.kind === 'change' ? followed.change.position : undefined;
        pauseMs = FIRST_PAUSE_MS;
        yield followed;
      }
    } catch (error) {
      if (!mayPass(error)) throw error;
      broke = error;
    }
    if (isOver()) return;
    onBreak?.(broke, pauseMs);
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // only an abort rejects
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
