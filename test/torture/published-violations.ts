import { LOG_EVENTS, INPUT_EVENTS, readInputEvent } from '@app/contracts';
import { createRelation, record, state, type FacetState } from '@app/domain';
import { type Pool } from 'pg';
import { z } from 'zod';
import { type Seen } from './observer';
import { type Violation } from './violations';

const change = z.object({ id: z.string(), data: z.string(), position: z.coerce.number(), at: z.string() });
const input = z.object({ data: z.string() });

const parsed = (json: string | null): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(json ?? '{}'));

/** What goes out under a change's id is what the log holds under it, and where and when: each field, at every repetition. */
const differing = (changes: readonly z.infer<typeof change>[], published: readonly Seen[]): Violation[] => {
  const logged = new Map<string, Record<string, unknown>>(
    changes.map(({ id, data, position, at }) => [id, { ...parsed(data), position, recordedAt: at }]),
  );
  return published.flatMap(({ id, value }) => {
    const want = logged.get(id);
    const got = parsed(value);
    const field = Object.keys(want ?? {}).find((name) => canonical(want?.[name]) !== canonical(got[name]));
    return field === undefined
      ? []
      : [`invented: change ${id} was published with another ${field} than the log's`];
  });
};

/** Every change of the log stands on the topic, for the first time in the order of the log, and nothing else does. */
export const changeViolations = async (pool: Pool, published: readonly Seen[]): Promise<Violation[]> => {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select stream_id || '/' || stream_version as id, data::text as data, position,
            to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from es.event where event_type = $1 order by position`,
    [LOG_EVENTS.relationChanged],
  );
  const changes = z.array(change).parse(rows);
  const logged = changes.map(({ id }) => id);
  const firsts = [...new Set(published.map(({ id }) => id))];
  const known = new Set(logged);
  const arrived = new Set(firsts);
  const invented = firsts.filter((id) => !known.has(id));
  const missing = logged.filter((id) => !arrived.has(id));
  const order = logged.filter((id) => arrived.has(id));
  const at = firsts.filter((id) => known.has(id)).findIndex((id, i) => id !== order[i]);
  return [
    ...differing(changes, published),
    ...invented.map((id) => `invented: change ${id} was published but is not in the log`),
    ...missing.map((id) => `unpublished: change ${id} is in the log but not on the topic`),
    ...(at < 0 ? [] : [`out of order: change ${order[at] ?? '?'} was published after a later one`]),
  ];
};

/** What a fresh fold of the log reads, facet by facet, as JSON. */
const foldOfLog = async (pool: Pool): Promise<Map<string, string>> => {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select data::text as data from es.event where event_type = any($1) order by position`,
    [INPUT_EVENTS],
  );
  const relation = createRelation();
  for (const { data } of z.array(input).parse(rows)) record(relation, readInputEvent(JSON.parse(data)));
  return byFacet(state(relation).facets);
};

const byFacet = (facets: readonly FacetState[]): Map<string, string> =>
  new Map(facets.map((facet) => [facet.facet, canonical(facet)]));

/** The same JSON whatever order its keys came in. */
const canonical = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => sorted(inner));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const differences = (
  name: string,
  want: ReadonlyMap<string, string>,
  got: ReadonlyMap<string, string>,
): Violation[] => {
  const facets = [...new Set([...want.keys(), ...got.keys()])];
  return facets
    .filter((facet) => want.get(facet) !== got.get(facet))
    .map((facet) => `${name} differs from the fold of the log in ${facet}`);
};

const reading = z.looseObject({ facet: z.string() });
const answered = z.object({ facets: z.array(reading) });

/** Where the message comes from, beside what the facet reads. */
const ENVELOPE = new Set(['relation', 'position', 'recordedAt', 'day']);

/** The compacted topic, last value of each key, is the fold of the log; so is what the query service answers. */
export const stateViolations = async (
  pool: Pool,
  published: readonly Seen[],
  queryUrl: string,
): Promise<Violation[]> => {
  const want = await foldOfLog(pool);
  const last = new Map(published.map(({ key, value }) => [key.replace(/^[^/]+[/]/, ''), value]));
  const compacted = new Map<string, string>();
  for (const [facet, value] of last) {
    if (value === null) continue;
    const message = Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(value)));
    compacted.set(facet, canonical(Object.fromEntries(message.filter(([field]) => !ENVELOPE.has(field)))));
  }
  const response = await fetch(`${queryUrl}/v1/relations/us-cn`, { signal: AbortSignal.timeout(10_000) });
  const { facets } = answered.parse(await response.json());
  const told = new Map(facets.map((facet) => [facet.facet, canonical(facet)]));
  return [
    ...differences('the compacted topic', want, compacted),
    ...differences('the query service', want, told),
  ];
};
