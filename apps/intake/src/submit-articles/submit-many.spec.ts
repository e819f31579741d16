import { eventually } from '@app/testing';
import express from 'express';
import { once } from 'node:events';
import { type Server } from 'node:http';
import { connect } from 'node:net';
import { submitMany, type ManyOptions } from './submit-many';

/** Answers so much for each line that a reader who does not read holds it up. */
const revision = 'r'.repeat(4000);

describe('many articles on lines', () => {
  let server: Server;
  const ends: string[] = [];
  let taken = 0;

  const submit: ManyOptions['submit'] = (articles) => {
    taken += articles.length;
    return Promise.resolve(articles.map(() => ({ status: 'accepted', id: 'i', revision })));
  };

  beforeAll(async () => {
    const app = express();
    app.post('/', (request, response) => {
      submitMany(request, response, { submit, correlationId: 'c', lineBytes: 100 }).then(
        () => ends.push('done'),
        (error: unknown) => {
          ends.push(String(error));
          response.destroy();
        },
      );
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    ends.length = 0;
    taken = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const port = (): number => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a server without a port');
    return address.port;
  };

  it('are answered line by line, a line that is too long among them', async () => {
    const body = `{}\n"${'x'.repeat(200)}"\nno json\n{}`;
    const response = await fetch(`http://127.0.0.1:${port()}/`, { method: 'POST', body });
    const answers = (await response.text()).trim().split('\n');
    expect(answers.map((answer): unknown => JSON.parse(answer))).toMatchObject([
      { line: 1, status: 'accepted' },
      { line: 2, status: 'invalid', errors: [{ path: '', message: 'the line is too long' }] },
      { line: 3, status: 'invalid' },
      { line: 4, status: 'accepted' },
    ]);
  });

  it('end when their sender leaves without reading the answers', async () => {
    const sender = connect(port(), '127.0.0.1').pause();
    const body = '{}\n'.repeat(50_000);
    sender.on('error', () => undefined);
    sender.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    // It takes nothing more once the answers pile up.
    let before = -1;
    await eventually(() => {
      const [last, now] = [before, taken];
      before = now;
      if (now === 0 || now !== last) throw new Error('it is not held up yet');
    });
    expect(taken).toBeLessThan(50_000);
    sender.destroy();
    await eventually(() => {
      expect(ends).toHaveLength(1);
    });
  });
});
