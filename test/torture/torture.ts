import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TOPICS } from '@app/contracts';
import { watchCheckpoints } from './checkpoint-watch';
import { witnessCommits } from './commit-witness';
import { sampleArticles, type Accepted } from './load';
import { observe } from './observer';
import { seeded } from './random';
import { playRound, type Round } from './round';
import { type Violation } from './violations';
import { startWorld, untilReady, type World } from './world';

const HELP = `Usage: npm run torture -- [--rounds N] [--seed S] [--fault NAME] [--keep]

Starts PostgreSQL, Kafka and all services, sends articles, and kills, cuts, hangs and slows them at moments that the seed chooses;
after each round every promise of docs/reliability.md is looked at. Exit 0 only without a violation.

  --rounds N   how many rounds (10)
  --seed S     the same seed gives the same articles, faults and moments (1)
  --fault NAME each round plays this one alone (see faults.ts), to look into it
  --keep       leave the folder with logs and data behind, and say where it is
  --help       this text`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const options = (): { rounds: number; seed: string; fault: string | undefined; keep: boolean } => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      fault: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    process.exit(0);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');
  return { rounds, seed: values.seed, fault: values.fault, keep: values.keep };
};

const tell = ({ number, faults, accepted, violations, settledMs }: Round, of: number): void => {
  const mark = violations.length === 0 ? 'ok ' : 'BAD';
  say(
    `${mark} ${String(number).padStart(3)}/${String(of)}  ${String(accepted.length).padStart(2)} articles, at rest after ${(settledMs / 1000).toFixed(1)} s  ${faults.join('; ')}`,
  );
  for (const line of shortened(violations)) say(`      ${line}`);
};

/** Three of each kind, which is what stands before the colon, and how many more. */
const shortened = (violations: readonly Violation[]): string[] => {
  const kinds = new Map<string, Violation[]>();
  for (const violation of violations) {
    const kind = violation.split(':')[0] ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), violation]);
  }
  return [...kinds].flatMap(([kind, all]) =>
    all.length > 3 ? [...all.slice(0, 3), `${kind}: ${String(all.length - 3)} more`] : all,
  );
};

const play = async (world: World, { rounds, seed, fault }: ReturnType<typeof options>): Promise<number> => {
  const prefix = world.topicPrefix;
  const changes = prefix + TOPICS.relationsChanges;
  const witness = witnessCommits(world.databaseUrl);
  const observer = await observe(
    world.brokers,
    [changes, prefix + TOPICS.relationsState],
    (topic, { id }) => {
      if (topic === changes) witness.saw(id);
    },
  );
  const checkpoints = watchCheckpoints(world.databaseUrl);
  const samples = sampleArticles();
  const acceptedBefore: Accepted[] = [];
  let violations = 0;
  try {
    for (let number = 1; number <= rounds; number += 1) {
      const random = seeded(`${seed}/${String(number)}`);
      const round = await playRound(number, random, {
        world,
        observer,
        witness,
        samples,
        acceptedBefore,
        fault,
      });
      acceptedBefore.push(...round.accepted);
      violations += round.violations.length;
      tell(round, rounds);
    }
  } finally {
    await checkpoints.stop();
    await observer.close();
    await witness.close();
  }
  for (const violation of checkpoints.violations) say(`      ${violation}`);
  return violations + checkpoints.violations.length;
};

const complain = (error: unknown): void =>
  void process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);

const main = async (): Promise<number> => {
  const asked = options();
  const { rounds, keep } = asked;
  execFileSync(process.execPath, [path.resolve(__dirname, '../../deploy/local/build.mjs')], {
    stdio: 'inherit',
  });
  const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-torture-'));
  // PostgreSQL runs as another user when we are root: it must be able to enter.
  execFileSync('chmod', ['755', dir]);
  const world = await startWorld(dir);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void world.close().then(() => process.exit(2)));
  }
  // What fails beside what is waited for must not leave processes behind.
  process.once('unhandledRejection', (error) => {
    complain(error);
    void world.close().finally(() => process.exit(2));
  });
  let violations = 1;
  if ('whyNot' in world.disk) say(`The disk is never full here: ${world.disk.whyNot}`);
  try {
    for (const url of Object.values(world.urls)) await untilReady(url);
    violations = await play(world, asked);
  } finally {
    await world.close();
    if (keep || violations > 0) say(`logs and data: ${dir}`);
    else rmSync(dir, { recursive: true, force: true });
  }
  if (world.selfEnded() > 0)
    say(`services that ended by themselves and were started again: ${String(world.selfEnded())}`);
  say(`${String(rounds)} rounds, ${String(violations)} violations`);
  return violations;
};

main().then(
  (violations) => process.exit(violations === 0 ? 0 : 1),
  (error: unknown) => {
    complain(error);
    process.exit(2);
  },
);
