import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * What the wire does: `pass` on, `delay` every chunk, `halfOpen` (connections stay, nothing arrives: what a dead router
 * looks like), `refuse` (no new connection gets through).
 */
type WireMode = 'pass' | 'delay' | 'halfOpen' | 'refuse';

/** A TCP proxy on loopback whose wire can be made bad. Bytes are never changed, dropped in the middle or reordered. */
export interface TcpProxy {
  readonly port: number;
  set(mode: WireMode, delayMs?: number): void;
  /**
   * On connections that are open now: what a client sends from the first chunk on that matches stays on the way until `release`,
   * as what stands in a dead process's socket does. New connections are not touched.
   */
  hold(matches: (chunk: Buffer) => boolean): void;
  /** Whether a chunk is held. */
  isHolding(): boolean;
  release(): void;
  /** New connections go to another port from now on. */
  retarget(port: number): void;
  /** Resets every connection that is open. */
  cut(): void;
  close(): Promise<void>;
}

interface Wire {
  target: number;
  mode: WireMode;
  delayMs: number;
  /** What begins to be held, by client. */
  readonly awaited: Map<Socket, (chunk: Buffer) => boolean>;
  readonly held: Set<Socket>;
  readonly pairs: Set<readonly [Socket, Socket]>;
}

const pump = (from: Socket, to: Socket, wire: Wire): void => {
  // One chain for each direction keeps the bytes in order however the delays fall.
  let tail = Promise.resolve();
  from.on('data', (chunk) => {
    from.pause();
    if (wire.awaited.get(from)?.(chunk) === true) wire.held.add(from);
    tail = tail
      .then(() => passable(wire, from))
      .then(() => {
        if (!to.destroyed) to.write(chunk);
        from.resume();
      });
  });
  from.on('end', () => {
    tail = tail.then(() => void to.end());
  });
};

/** Resolves when a chunk may go on: at once, after the delay, or once the half-open wire is mended (or its end torn down). */
const passable = async (wire: Wire, end: Socket): Promise<void> => {
  if (wire.mode === 'delay') await pause(wire.delayMs);
  while ((wire.mode === 'halfOpen' || wire.held.has(end)) && !end.destroyed) await pause(20);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const join = (client: Socket, wire: Wire): void => {
  const target = connect(wire.target, '127.0.0.1');
  const pair = [client, target] as const;
  wire.pairs.add(pair);
  for (const [one, other] of [pair, [target, client] as const]) {
    one.setNoDelay(true);
    // A reset is the very thing that is tested: it goes on to the other end by the close that follows it.
    one.on('error', () => one.destroy());
    one.on('close', () => {
      other.destroy();
      wire.pairs.delete(pair);
    });
    pump(one, other, wire);
  }
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The proxy has no port.'));
      else resolve(address.port);
    });
  });

/** Listens on loopback (`port` 0: any) and joins every connection to `targetPort` on loopback. */
export const startTcpProxy = async (targetPort: number, port = 0): Promise<TcpProxy> => {
  const wire: Wire = {
    target: targetPort,
    mode: 'pass',
    delayMs: 0,
    awaited: new Map(),
    held: new Set(),
    pairs: new Set(),
  };
  const server = createServer((client) => {
    if (wire.mode === 'refuse') client.resetAndDestroy();
    else join(client, wire);
  });
  const cut = (): void => {
    for (const [client, target] of [...wire.pairs]) {
      client.resetAndDestroy();
      target.destroy();
    }
  };
  return {
    port: await listen(server, port),
    set: (mode, delayMs = 0) => {
      wire.mode = mode;
      wire.delayMs = delayMs;
    },
    hold: (matches) => {
      for (const [client] of wire.pairs) wire.awaited.set(client, matches);
    },
    isHolding: () => wire.held.size > 0,
    release: () => {
      wire.awaited.clear();
      wire.held.clear();
    },
    retarget: (target) => {
      wire.target = target;
    },
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        cut();
      }),
  };
};
