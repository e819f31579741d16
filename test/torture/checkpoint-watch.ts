import { Client } from 'pg';
import { z } from 'zod';
import { type Violation } from './violations';

const checkpoint = z.object({ name: z.string(), position: z.coerce.number() });

/** Looks at every checkpoint, again and again, and tells of any that moved back. */
export interface CheckpointWatch {
  readonly violations: readonly Violation[];
  stop(): Promise<void>;
}

const read = async (databaseUrl: string): Promise<z.infer<typeof checkpoint>[]> => {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1000 });
  // The database is being killed under us: a look that fails is made again at the next tick.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(
      `select log_id || '/' || subscription || '/' || version as name, position from es.checkpoint`,
    );
    return z.array(checkpoint).parse(rows);
  } finally {
    await client.end();
  }
};

export const watchCheckpoints = (databaseUrl: string): CheckpointWatch => {
  const last = new Map<string, number>();
  const violations: Violation[] = [];
  const watch = new AbortController();
  const look = async (): Promise<void> => {
    for (const { name, position } of await read(databaseUrl)) {
      const before = last.get(name) ?? 0;
      if (position < before)
        violations.push(`checkpoint ${name} moved back from ${String(before)} to ${String(position)}`);
      last.set(name, position);
    }
  };
  const loop = (async () => {
    while (!watch.signal.aborted) {
      await look().catch(() => undefined); // away: see `read`
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    violations,
    stop: async () => {
      watch.abort();
      await loop;
    },
  };
};
