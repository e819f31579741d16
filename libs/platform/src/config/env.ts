import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Nest token of what `loadEnv` returned. */
export const ENV = Symbol('ENV');

const port = z.coerce.number().int().min(0).max(65535);
const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''));

/** What every service reads. An app adds its own: `platformEnv.extend({ … })`. */
export const platformEnv = z.object({
  /** Address to listen on. Anything but loopback needs API_KEYS. */
  HOST: z.string().default('127.0.0.1'),
  /** HTTP port; `<SERVICE>_PORT` (INTAKE_PORT …) wins over it, so that services share one environment. */
  PORT: port.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** PostgreSQL, as postgres://user:password@host:5432/database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** `host:port,…`; without it messages go through the memory of this process. */
  KAFKA_BROKERS: list.optional(),
  /** Put before every topic and group. */
  TOPIC_PREFIX: z.string().default(''),
  /** `scope:sha256hex,…`, scope `read` or `write` (which reads too); see docs. Empty: no key is asked for. */
  API_KEYS: list.default([]),
  /** How long a SIGTERM may take, milliseconds. */
  SHUTDOWN_DEADLINE_MS: z.coerce.number().int().positive().default(10_000),
  /** Largest request body; of NDJSON, largest line. */
  BODY_LIMIT: z
    .string()
    .regex(/^\d+(kb|mb)$/)
    .default('2mb'),
});
/** `2mb` → 2097152. */
export const bytesOf = (size: PlatformEnv['BODY_LIMIT']): number =>
  Number(size.slice(0, -2)) * (size.endsWith('mb') ? 1 << 20 : 1 << 10);
export type PlatformEnv = z.infer<typeof platformEnv>;

/** Told once, at boot, with every fault: a service never starts half configured. */
export class InvalidConfiguration extends Error {
  readonly code = 'INVALID_CONFIGURATION';
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'InvalidConfiguration';
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/** `X_FILE=/run/secrets/x` stands for `X=<content of that file>`, as container platforms hand over secrets. */
const readSecretFiles = (
  source: Source,
  names: readonly string[],
  faults: string[],
): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const name of names) {
    const direct = source[name];
    if (direct !== undefined && direct !== '') values[name] = direct;
    const file = source[`${name}_FILE`];
    if (file === undefined || file === '') continue;
    if (values[name] !== undefined) faults.push(`${name} and ${name}_FILE are both set: keep one.`);
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      faults.push(`${name}_FILE: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return values;
};

/**
 * Reads the environment by a schema; the only reader of `process.env` in the house.
 * @throws InvalidConfiguration naming every variable that is wrong or missing.
 */
export const loadEnv = <S extends z.ZodObject>(schema: S, source: Source = process.env): z.infer<S> => {
  const faults: string[] = [];
  const values = readSecretFiles(source, Object.keys(schema.shape), faults);
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (faults.length > 0 || !parsed.success) throw new InvalidConfiguration(faults);
  return parsed.data;
};

/** The port of a service: `<NAME>_PORT`, else `PORT`, else its default. */
export const portOf = (name: string, fallback: number, source: Source = process.env): number => {
  const own = `${name.toUpperCase()}_PORT`;
  const schema = z.object({ [own]: port.optional(), PORT: port.optional() });
  const env = loadEnv(schema, source);
  return env[own] ?? env['PORT'] ?? fallback;
};

const SECRET = /KEY|SECRET|TOKEN|PASSWORD/;

/** The environment as it may be logged: no key, no password. */
export const redactEnv = (env: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, redactValue(name, value)]));

const redactValue = (name: string, value: unknown): unknown => {
  if (SECRET.test(name)) return Array.isArray(value) ? `${value.length} set` : '***';
  return typeof value === 'string' && value.includes('://') ? redactUrl(value) : value;
};

/** Passwords stand before the last `@` of the authority, or in the query. */
const redactUrl = (value: string): string =>
  value
    .replace(/\/\/([^:/@]*):[^/]*@/, '//$1:***@')
    .replace(/([?&][^=&]*(?:password|passwd|secret|token|key)[^=&]*=)[^&]*/gi, '$1***');
