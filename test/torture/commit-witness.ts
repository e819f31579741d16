import { Client } from 'pg';
import { z } from 'zod';
import { type Violation } from './violations';

/**
 * Asks the log about each change at the moment at which a subscriber sees it, by a connection of its own past the bad wire: what
 * is published must have been committed before. Hours later it may well stand there; that proves nothing.
 */
export interface CommitWitness {
  /** A change was seen under this id, `<stream>/<version>`. */
  saw(id: string): void;
  /** What was found since the last call; waits until the log has answered for all that was seen. */
  violations(): Promise<Violation[]>;
  close(): Promise<void>;
}

const UNCOMMITTED = `
  select id from unnest($1::text[]) id
   where not exists (select from es.event e where e.stream_id = split_part(id, '/', 1)
                        and e.stream_version = split_part(id, '/', 2)::bigint)`;

const row = z.object({ id: z.string() });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const witnessCommits = (databaseUrl: string): CommitWitness => {
  const found: Violation[] = [];
  let waiting: string[] = [];
  let asking: Promise<void> | null = null;
  let client: Client | null = null;

  const connected = async (): Promise<Client> => {
    if (client !== null) return client;
    const fresh = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1000 });
    fresh.on('error', () => undefined); // the database is being killed under us: the query under way rejects as well
    await fresh.connect();
    client = fresh;
    return fresh;
  };
  const ask = async (ids: readonly string[]): Promise<void> => {
    const { rows } = await (await connected()).query<Record<string, unknown>>(UNCOMMITTED, [ids]);
    for (const { id } of z.array(row).parse(rows))
      found.push(`too early: change ${id} was seen on the topic before the log had it`);
  };
  const askAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const ids = waiting;
      waiting = [];
      try {
        await ask(ids);
      } catch {
        // Away for now. What was committed before it went is there when it is back, so it is not too late to ask then.
        void client?.end().catch(() => undefined);
        client = null;
        waiting = [...ids, ...waiting];
        await pause(100);
      }
    }
    asking = null;
  };

  return {
    saw: (id) => {
      waiting.push(id);
      asking ??= askAll();
    },
    violations: async () => {
      await Promise.race([asking, pause(30_000)]);
      return found.splice(0);
    },
    close: async () => {
      waiting = [];
      await asking;
      await client?.end().catch(() => undefined); // it may have gone with the database
    },
  };
};
