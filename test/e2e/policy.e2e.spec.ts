import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import { z } from 'zod';
import { sampleHistory } from './articles';
import { readWholeTopic, type ForeignMessage } from './foreign-consumer';
import { useSystem } from './system';

const CLI = path.resolve(__dirname, '../../dist/apps/cli/main.js');
const RELATION = '/v1/relations/us-cn';

const answer = z.looseObject({
  policy: z.string(),
  facets: z.array(z.looseObject({ facet: z.string(), standing: z.string(), policy: z.string() })),
});
const told = z.looseObject({ facet: z.string(), policy: z.string(), reason: z.string().optional() });
const adoption = z.object({
  outcome: z.string(),
  changes: z.array(z.looseObject({ facet: z.string(), standing: z.string() })),
});
const inForce = z.object({ version: z.string(), adopted: z.looseObject({ by: z.string() }).nullable() });

describeWithKafka('a policy that an operator adopts', () => {
  const system = useSystem();
  const dir = mkdtempSync(path.join(tmpdir(), 'detente-policy-'));
  const policyFile = (version: string, more: object): string => {
    const file = path.join(dir, `${version}.json`);
    writeFileSync(file, JSON.stringify({ version, ...more }));
    return file;
  };
  /** Under it, an agency of the sample history speaks for a government. */
  const trusting = policyFile('trusting', { sources: { publishers: { 'pacific wire': 'official' } } });
  const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  const detente = async (...args: string[]): Promise<unknown> => {
    const env = {
      ...process.env,
      DATABASE_URL: system().databaseUrl,
      TRACKER_URL: system().url('tracker', '/').href,
      QUERY_URL: system().url('query', '/').href,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args, '--json'], { env });
    return JSON.parse(stdout);
  };
  const adopt = async (file: string, ...more: string[]) =>
    adoption.parse(
      await detente('policy', 'adopt', file, '--reason', 'they are official', '--by', 'op', ...more),
    );
  const state = async (at = '') => answer.parse((await system().get('query', `${RELATION}${at}`)).body);
  const topic = (name: string): Promise<readonly ForeignMessage[]> =>
    readWholeTopic(system().kafka.brokers, `${system().kafka.prefix}${name}`);
  const published = async () =>
    new Map((await topic(TOPICS.relationsState)).map(({ key, value }) => [key, value]));
  const facts = async (facet: string): Promise<unknown> =>
    (await system().get('query', `${RELATION}/facts?facet=${encodeURIComponent(facet)}`)).body;

  let before: z.infer<typeof answer>;
  let then: string;
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  beforeAll(async () => {
    const ids = await system().postMany(sampleHistory(30));
    await system().recorded(ids.map(({ id }) => id));
    before = await state();
    then = new Date().toISOString();
    await aMoment();
  }, 120_000);

  it('can be rehearsed: what it would change, and nothing does', async () => {
    const { outcome, changes } = await adopt(trusting, '--dry-run');
    expect([outcome, changes.length > 0]).toEqual(['would be adopted', true]);
    expect(await state()).toEqual(before);
  }, 60_000);

  it('makes facets official; subscribers are told which, and that no news is the reason', async () => {
    const rehearsed = await adopt(trusting, '--dry-run');
    const adopted = await adopt(trusting);
    expect(adopted).toEqual({ ...rehearsed, outcome: 'adopted' });

    const after = await state();
    expect([before.policy === 'trusting', after.policy]).toEqual([false, 'trusting']);
    expect(new Set(after.facets.map(({ policy }) => policy))).toEqual(new Set(['trusting']));
    const official = ({ facets }: typeof after): readonly string[] =>
      facets.filter(({ standing }) => standing === 'official').map(({ facet }) => facet);
    expect(official(after).length).toBeGreaterThan(official(before).length);

    const changes = await eventually(async () => {
      const all = (await topic(TOPICS.relationsChanges)).map(({ value }) => told.parse(value));
      const byPolicy = all.filter(({ reason }) => reason === 'policy');
      expect(byPolicy).toHaveLength(adopted.changes.length);
      return byPolicy;
    }, 30_000);
    expect(new Set(changes.map(({ facet, policy }) => `${facet} under ${policy}`))).toEqual(
      new Set(adopted.changes.map(({ facet }) => `${facet} under trusting`)),
    );
    await eventually(async () => {
      const values = [...(await published()).values()].filter((value) => value !== null);
      expect(values.map((value) => told.parse(value).policy)).toEqual(after.facets.map(() => 'trusting'));
    }, 30_000);
  }, 120_000);

  it('is in force still after a restart, and in read models that are rebuilt', async () => {
    await system().followed();
    const after = await state();
    const rows = await facts('tariff/CN');
    for (const service of ['tracker', 'query'] as const) {
      await system().kill(service);
      system().launch(service);
    }
    await system().ready();
    expect(await state()).toEqual(after);
    await detente('projections', 'rebuild', 'query-facts');
    expect(await facts('tariff/CN')).toEqual(rows);
    expect(inForce.parse(await detente('policy', 'show'))).toMatchObject({
      version: 'trusting',
      adopted: { by: 'op', reason: 'they are official' },
    });
  }, 180_000);

  it('was not in force before it was adopted: so says the record', async () => {
    const { policy, facets } = await state(`?recordedAt=${encodeURIComponent(then)}`);
    expect([policy, facets]).toEqual([before.policy, before.facets]);
    const asked = await system().get('query', `${RELATION}/policy?recordedAt=${encodeURIComponent(then)}`);
    expect(asked.body).toMatchObject({ version: before.policy, adopted: null });
  }, 60_000);

  it('gives its version to no other policy', async () => {
    const other = policyFile('trusting', { evidence: { corroborated: 3 } });
    await expect(adopt(other)).rejects.toThrow(/Another policy has the version trusting/);
  }, 60_000);

  it('can come with the configuration: then it is adopted at the start, and nobody else decides', async () => {
    const strict = policyFile('strict', { evidence: { corroborated: 3 } });
    await system().stop('tracker');
    system().launch('tracker', { POLICY_FILE: strict });
    await system().ready();
    expect((await state()).policy).toBe('strict');
    await expect(adopt(policyFile('third', {}))).rejects.toThrow(/reads its policy from POLICY_FILE/);
  }, 120_000);

  it('with a fault in it, keeps the tracker from starting: the log says where', async () => {
    const faulty = policyFile('faulty', { sources: { otherwise: 'excellent' } });
    await system().stop('tracker');
    system().launch('tracker', { POLICY_FILE: faulty });
    await eventually(() => {
      expect(system().log('tracker')).toMatch(/POLICY\.sources\.otherwise: /);
    }, 60_000);
    system().launch('tracker');
    await system().ready();
    expect((await state()).policy).toBe('strict');
  }, 120_000);
});
