import { connect, createServer, type Server, type Socket } from 'node:net';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

describe('startTcpProxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let client: Socket;

  beforeEach(async () => {
    echo = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.pipe(socket);
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await startTcpProxy(portOf(echo));
    client = connect(proxy.port, '127.0.0.1');
    client.on('error', () => undefined);
    await new Promise((resolve) => client.once('connect', resolve));
  });

  afterEach(async () => {
    client.destroy();
    await proxy.close();
    await new Promise((resolve) => echo.close(resolve));
  });

  const answer = (text: string): Promise<string> =>
    new Promise((resolve) => {
      let heard = '';
      client.on('data', (chunk) => {
        heard += chunk.toString();
        if (heard.length >= text.length) resolve(heard);
      });
      client.write(text);
    });

  it('passes bytes both ways, in order', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => String(i)).join(',');
    expect(await answer(text)).toBe(text);
  });

  it('keeps the order of what it delays', async () => {
    proxy.set('delay', 5);
    const heard = answer('abc');
    expect(await heard).toBe('abc');
  });

  it('holds everything while half open and lets it go on when mended', async () => {
    proxy.set('halfOpen');
    let heard = '';
    const done = answer('late').then((text) => (heard = text));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toBe('');
    proxy.set('pass');
    expect(await done).toBe('late');
  });

  it('resets what is open when it is cut', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    await answer('x');
    proxy.cut();
    await closed;
    expect(client.destroyed).toBe(true);
  });

  it('holds what is sent from a chunk that matches on, of connections open now, until it is released', async () => {
    proxy.hold((chunk) => chunk.toString() === 'held');
    expect(await answer('free')).toBe('free');
    expect(proxy.isHolding()).toBe(false);
    let heard = '';
    const done = answer('held').then((text) => (heard = text));
    const later = connect(proxy.port, '127.0.0.1');
    later.write('held');
    expect(String(await new Promise((resolve) => later.once('data', resolve)))).toBe('held');
    expect([heard, proxy.isHolding()]).toEqual(['', true]);
    proxy.release();
    expect(await done).toBe('held');
    later.destroy();
  });

  it('sends new connections elsewhere once it is told', async () => {
    const other = createServer((socket) => socket.end('other'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    proxy.retarget(portOf(other));
    const later = connect(proxy.port, '127.0.0.1');
    expect(String(await new Promise((resolve) => later.once('data', resolve)))).toBe('other');
    later.destroy();
    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses new connections', async () => {
    proxy.set('refuse');
    const late = connect(proxy.port, '127.0.0.1');
    late.on('error', () => undefined);
    await new Promise((resolve) => late.once('close', resolve));
    expect(late.destroyed).toBe(true);
  });
});
