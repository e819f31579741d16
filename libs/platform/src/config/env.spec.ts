import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { refuseOpenDoor } from '../http/loopback';
import { InvalidConfiguration, loadEnv, platformEnv, portOf, redactEnv } from './env';

describe('loadEnv', () => {
  it('has a default for everything that can have one', () => {
    expect(loadEnv(platformEnv, {})).toEqual({
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      TOPIC_PREFIX: '',
      API_KEYS: [],
      SHUTDOWN_DEADLINE_MS: 10_000,
      BODY_LIMIT: '2mb',
    });
  });

  it('tells all faults at once', () => {
    const load = (): unknown =>
      loadEnv(platformEnv, { LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', PORT: '70000' });

    expect(load).toThrow(InvalidConfiguration);
    expect(load).toThrow(
      /PORT[^]*LOG_LEVEL[^]*DATABASE_URL|PORT[^]*DATABASE_URL[^]*LOG_LEVEL|LOG_LEVEL[^]*DATABASE_URL/,
    );
  });

  it('takes an empty variable for one that is not set, as compose files leave them', () => {
    expect(loadEnv(platformEnv, { KAFKA_BROKERS: '', HOST: '' })).toMatchObject({ HOST: '127.0.0.1' });
  });

  it('reads a secret from the file that X_FILE names, and refuses both', () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'env-'));
    const file = path.join(dir, 'url');
    writeFileSync(file, 'postgres://u:p@h/d\n');

    expect(loadEnv(platformEnv, { DATABASE_URL_FILE: file }).DATABASE_URL).toBe('postgres://u:p@h/d');
    expect(() => loadEnv(platformEnv, { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://h/d' })).toThrow(
      /both set/,
    );
    expect(() => loadEnv(platformEnv, { DATABASE_URL_FILE: `${file}x` })).toThrow(/no such file/);
    rmSync(dir, { recursive: true });
  });
});

describe('portOf', () => {
  it('prefers the service’s own variable, then PORT, then the default', () => {
    expect(portOf('intake', 1, { INTAKE_PORT: '3', PORT: '2' })).toBe(3);
    expect(portOf('intake', 1, { PORT: '2' })).toBe(2);
    expect(portOf('intake', 1, {})).toBe(1);
  });
});

describe('redactEnv', () => {
  it('shows neither keys nor passwords', () => {
    const shown = redactEnv({ API_KEYS: ['write:abc'], DATABASE_URL: 'postgres://me:secret@h/d', HOST: 'h' });

    expect(shown).toEqual({ API_KEYS: '1 set', DATABASE_URL: 'postgres://me:***@h/d', HOST: 'h' });
  });
});

describe('redactEnv, of addresses', () => {
  it.each([
    ['postgres://u:p@ss@h/db', 'postgres://u:***@h/db'],
    ['postgres://h/db?user=u&password=secret&ssl=true', 'postgres://h/db?user=u&password=***&ssl=true'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('%s is shown as %s', (value, shown) => {
    expect(redactEnv({ DATABASE_URL: value })).toEqual({ DATABASE_URL: shown });
  });
});

describe('refuseOpenDoor', () => {
  it('refuses to listen for other machines without keys, in a sentence that says what to do', () => {
    expect(() => {
      refuseOpenDoor({ HOST: '0.0.0.0', API_KEYS: [] });
    }).toThrow(/API_KEYS must be set/);
  });

  it('lets loopback do without keys, and keys listen anywhere', () => {
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) refuseOpenDoor({ HOST, API_KEYS: [] });
    refuseOpenDoor({ HOST: '0.0.0.0', API_KEYS: ['read:x'] });
    expect.assertions(0);
  });
});
