import type { Server } from 'node:http';

export interface Closable {
  readonly name: string;
  readonly deadlineMs: number;
  readonly server: Server;
  /** Says "not ready" from now on. */
  readonly retire: () => void;
  readonly close: () => Promise<void>;
  readonly log: (fields: object, message: string) => void;
}

/** All services of this process: more than one where they share it (no broker). */
const running = new Set<Closable>();
let stopping = false;

/** Ends the process in order at SIGTERM or SIGINT, within the deadline; once all its services are closed. */
export const closeOnSignal = (service: Closable): void => {
  if (running.size === 0) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void closeAll(signal));
  }
  running.add(service);
};

const closeAll = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  const closed = await Promise.all([...running].map((service) => closeOne(service, signal)));
  process.exit(closed.every(Boolean) ? 0 : 1);
};

/** @returns whether it closed within its deadline */
const closeOne = async (service: Closable, signal: string): Promise<boolean> => {
  service.log({ signal }, 'shutting down');
  service.retire();
  // Requests under way get half the time; what is still open then (event streams) is cut.
  const cut = setTimeout(() => {
    service.server.closeAllConnections();
  }, service.deadlineMs / 2);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, service.deadlineMs);
  });
  try {
    const inTime = await Promise.race([service.close().then(() => true), late]);
    service.log({ inTime }, inTime ? 'closed' : 'the deadline passed: ending without waiting any longer');
    return inTime;
  } catch (error) {
    service.log({ err: error }, 'closing failed');
    return false;
  } finally {
    clearTimeout(cut);
    clearTimeout(timer);
  }
};
