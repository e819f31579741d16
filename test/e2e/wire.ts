import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between the services and a server, and can be cut: then connections break and none is taken. */
export class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  /** @returns the address by which to reach the server through the wire */
  async open(target: string): Promise<string> {
    const { port, hostname } = new URL(target);
    const server = createServer((near) => {
      if (this.isCut) near.destroy();
      else this.join(near, connect(Number(port), hostname));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a server without a port');
    const url = new URL(target);
    url.port = String(address.port);
    return url.href;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => {
      if (this.server === undefined) resolve();
      else
        this.server.close(() => {
          resolve();
        });
    });
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
