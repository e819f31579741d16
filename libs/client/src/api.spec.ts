import { sampleMessages } from '@app/testing';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { detenteApi, type DetenteApi, type Followed } from '.';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const change = (position: number): object => ({
  ...sampleMessages.relationChanged.data,
  id: `r/${position}`,
  position,
});
const json =
  (body: unknown, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const asEvent = (position: number): string =>
  `id: ${position}\nevent: change\ndata: ${JSON.stringify(change(position))}\n\n`;

describe('detenteApi', () => {
  let server: Server;
  let asked: { url: string; headers: IncomingMessage['headers'] }[];
  let answers: Answer[];
  let api: DetenteApi;

  beforeAll((done) => {
    server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', headers: request.headers });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(request, response);
    }).listen(0, '127.0.0.1', done);
  });
  beforeEach(() => {
    asked = [];
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    api = detenteApi({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'secret' });
  });
  afterAll((done) => {
    server.close(done);
    server.closeAllConnections();
  });

  it('asks for the state of a day as known at another, with its key', async () => {
    const { relation, position, recordedAt, day, ...facet } = sampleMessages.facetState.data;
    const about = { relation, position, recordedAt, day, asOf: day, knownAt: null, policy: '1' };
    answers = [json({ ...about, facets: [facet] })];
    const state = await api.state({ asOf: '2025-06-20', knownAt: '2025-06-21T10:00:00+02:00' });
    expect(state.facets[0]?.facet).toBe('tariff/US');
    expect(asked[0]?.url).toBe(
      '/v1/relations/us-cn?asOf=2025-06-20&knownAt=2025-06-21T10%3A00%3A00%2B02%3A00',
    );
    expect(asked[0]?.headers.authorization).toBe('Bearer secret');
  });

  it('reads the change log to its end, page by page', async () => {
    answers = [json({ items: [change(1), change(2)], next: '2' }), json({ items: [change(5)], next: null })];
    const positions: number[] = [];
    for await (const { position } of api.allChanges({ facet: 'tariff' })) positions.push(position);
    expect(positions).toEqual([1, 2, 5]);
    expect(asked.map(({ url }) => url.split('?')[1])).toEqual([
      'limit=500&facet=tariff',
      'limit=500&facet=tariff&after=2',
    ]);
  });

  it('says what the service says of an error', async () => {
    const errors = [{ path: '?asOf', message: 'expected a day' }];
    answers = [json({ title: 'The parameters are not valid', status: 400, errors }, 400)];
    const asking = api.state({ asOf: 'soon' });
    await expect(asking).rejects.toMatchObject({ code: 'API_ERROR', status: 400, problem: { errors } });
    await expect(asking).rejects.toThrow(
      /asOf=soon answered 400: The parameters are not valid; [?]asOf expected a day$/,
    );
  });

  it('says that no answer came', async () => {
    answers = [(request) => request.socket.destroy()];
    await expect(api.summary()).rejects.toThrow('summary gave no answer (other side closed): is the query');
  });

  it('says that it does not know the form of an answer', async () => {
    answers = [json({ truce: 'over' })];
    await expect(api.summary()).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
  });

  describe('follow', () => {
    const take = async (count: number, options: Parameters<DetenteApi['follow']>[0]): Promise<Followed[]> => {
      const taken: Followed[] = [];
      for await (const followed of api.follow(options)) {
        taken.push(followed);
        if (taken.length === count) break;
      }
      return taken;
    };
    const stream =
      (text: string, { cut = false } = {}): Answer =>
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(text, () => {
          if (cut) response.destroy();
        });
      };

    it('comes back behind the last change that it had, told of the break', async () => {
      answers = [stream(asEvent(8), { cut: true }), json({ title: 'down' }, 503), stream(asEvent(9))];
      const pauses: number[] = [];
      const taken = await take(2, { after: 7, onBreak: (_, pauseMs) => void pauses.push(pauseMs) });
      expect(taken.map((followed) => followed.kind === 'change' && followed.change.position)).toEqual([8, 9]);
      expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual(['7', '8', '8']);
      expect(pauses).toEqual([500, 1000]);
    });

    it('begins with what comes after now', async () => {
      answers = [json({ items: [change(41)], next: null }), stream(asEvent(42))];
      await take(1, {});
      expect(asked.map(({ url, headers }) => [url.split('changes')[1], headers['last-event-id']])).toEqual([
        ['?order=desc&limit=1', undefined],
        ['/stream', '41'],
      ]);
    });

    it('tells of a log that was started over', async () => {
      answers = [stream('event: reset\ndata: {}\n\n')];
      expect(await take(1, { after: 1_000_000 })).toEqual([{ kind: 'reset' }]);
    });

    it('does not come back to a service that refuses it', async () => {
      answers = [json({ title: 'An API key is needed' }, 401)];
      await expect(take(1, { after: 1 })).rejects.toThrow('answered 401: An API key is needed');
      expect(asked).toHaveLength(1);
    });

    it('ends when it is told to, even in a pause', async () => {
      answers = [json({ title: 'down' }, 503)];
      const stopping = new AbortController();
      const ended = take(1, {
        after: 1,
        signal: stopping.signal,
        onBreak: () => {
          setImmediate(() => {
            stopping.abort();
          });
        },
      });
      await expect(ended).resolves.toEqual([]);
    });
  });
});
