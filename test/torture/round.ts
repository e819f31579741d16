import { TOPICS } from '@app/contracts';
import { Pool } from 'pg';
import { type CommitWitness } from './commit-witness';
import { FAULTS, faultsOf } from './faults';
import { articlesOf, send, type Accepted, type Submission } from './load';
import { type Observer } from './observer';
import { changeViolations, stateViolations } from './published-violations';
import { type Random } from './random';
import { articleViolations, logViolations, type Violation } from './violations';
import { type World } from './world';

/** How long the system may take to come to rest after the last fault; then what is missing counts as lost. */
const SETTLE_MS = 90_000;
/** Senders give up so long after everything was healed: a round must end even where intake never comes back (that is then told). */
const SEND_MS = 60_000;

export interface Round {
  readonly number: number;
  readonly faults: readonly string[];
  readonly accepted: readonly Accepted[];
  readonly violations: readonly Violation[];
  readonly settledMs: number;
}

export interface Stage {
  readonly world: World;
  readonly observer: Observer;
  readonly witness: CommitWitness;
  readonly samples: readonly Submission[];
  /** All that was ever accepted: it must still be there many rounds later. */
  readonly acceptedBefore: readonly Accepted[];
  /** The one to play; drawn where undefined. */
  readonly fault: string | undefined;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const violationsNow = async (
  stage: Stage,
  pool: Pool,
  accepted: readonly Accepted[],
): Promise<Violation[]> => {
  const { world, observer } = stage;
  const prefix = world.topicPrefix;
  const log = [...(await logViolations(pool)), ...(await articleViolations(pool, accepted))];
  const changes = await observer.messages(prefix + TOPICS.relationsChanges);
  const states = await observer.messages(prefix + TOPICS.relationsState);
  return [
    ...log,
    ...(await changeViolations(pool, changes)),
    ...(await stateViolations(pool, states, world.urls.query)),
  ];
};

/** Looks until nothing is wrong or the time is over. Harm that cannot heal (doubled, invented, gaps) stays wrong until then. */
const settle = async (stage: Stage, accepted: readonly Accepted[]): Promise<Violation[]> => {
  const pool = new Pool({ connectionString: stage.world.databaseUrl, max: 2 });
  pool.on('error', () => undefined); // the query under way rejects as well
  const deadline = Date.now() + SETTLE_MS;
  try {
    for (;;) {
      const found = await violationsNow(stage, pool, accepted).catch((error: unknown) => [
        `cannot look: ${error instanceof Error ? error.message : String(error)}`,
      ]);
      if (found.length === 0 || Date.now() > deadline) return found;
      await pause(200);
    }
  } finally {
    await pool.end();
  }
};

const harm = async (world: World, names: readonly string[], random: Random): Promise<void> => {
  for (const name of names) {
    await pause(random.between(200, 1800));
    const fault = FAULTS[name];
    if (fault === undefined) throw new Error(`There is no fault ${name}.`);
    await fault(world, random.fork(name));
    if (random.chance(0.6)) await world.heal();
  }
};

/** One round: load and faults side by side, everything healed, rest, then every promise is looked at. */
export const playRound = async (number: number, random: Random, stage: Stage): Promise<Round> => {
  const { world, samples } = stage;
  const drawn = random.fork('choice').sample(faultsOf(world), random.between(1, 3));
  const faults = stage.fault === undefined ? drawn : [stage.fault];
  const articles = articlesOf(number, random.fork('articles'), samples);
  const giveUp = new AbortController();
  const sending = send(world.urls.intake, articles, random.fork('pace'), giveUp.signal);
  await harm(world, faults, random.fork('harm'));
  await world.heal();
  const patience = setTimeout(() => {
    giveUp.abort();
  }, SEND_MS);
  const accepted = await sending;
  clearTimeout(patience);
  const began = Date.now();
  const unsent = giveUp.signal.aborted
    ? [`intake took no article for ${String(SEND_MS / 1000)} s after everything was healed`]
    : [];
  const atRest = await settle(stage, [...stage.acceptedBefore, ...accepted]);
  const violations = [...unsent, ...atRest, ...(await stage.witness.violations())];
  return { number, faults, accepted, violations, settledMs: Date.now() - began };
};
