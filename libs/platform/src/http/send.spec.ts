import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { send } from './send';

/** More than any socket buffers. */
const MUCH = 'x'.repeat(32 << 20);

describe('sending a piece of a long answer', () => {
  const server = createServer();
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const asked = async (): Promise<{ response: ServerResponse; reader: ReturnType<typeof connect> }> => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a server without a port');
    const request = new Promise<ServerResponse>((resolve) => {
      server.once('request', (_, response) => {
        resolve(response);
      });
    });
    const reader = connect(address.port, '127.0.0.1').pause();
    reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    return { response: await request, reader };
  };

  it('waits until the reader takes more', async () => {
    const { response, reader } = await asked();
    const sent = send(response, MUCH);
    reader.resume();
    expect(await sent).toBe(true);
    expect(response.listenerCount('drain')).toBe(0);
    reader.destroy();
  });

  it('ends when the reader leaves meanwhile, and says so', async () => {
    const { response, reader } = await asked();
    const listeners = response.listenerCount('close');
    const sent = send(response, MUCH);
    reader.destroy();
    expect(await sent).toBe(false);
    expect(response.listenerCount('close')).toBe(listeners);
  });

  it('writes nothing for a reader that left before', async () => {
    const { response, reader } = await asked();
    const left = once(response, 'close');
    reader.destroy();
    await left;
    expect(await send(response, MUCH)).toBe(false);
  });
});
