// The options of `npm start`. Node's own modules only.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Hint } from './ui.mjs';

export const HELP = `Usage: npm start -- [options]

Installs, builds, brings PostgreSQL and Kafka, starts the four services, loads the sample history, shows the state,
and stays up until Ctrl-C. Data is kept under .detente/ and is there again at the next start.

  --broker kafka|docker|java|none
                 where Kafka comes from: KAFKA_BROKERS, Docker, Apache Kafka's jars on Java 17, or none: then all runs
                 in one process, without topics for others. Default: the first that is there, in this order.
  --port N       query listens on N (default 8080), intake, extractor, tracker, PostgreSQL and Kafka on N+1 to N+6
  --policy FILE  read under this policy: what differs from the default, as JSON (docs/policy.md); it stays adopted
  --no-sample    do not load the sample history
  --reset        drop the local data and start over
  --help         this

Environment: DATABASE_URL and KAFKA_BROKERS name servers of yours; HOST, API_KEYS, LOG_LEVEL … go to the services.`;

const WAYS = ['kafka', 'docker', 'java', 'none'];

/** Named from where npm was called, not from the folder of the project. */
const policyFile = (name) => {
  if (name === undefined) return undefined;
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  if (!existsSync(file)) throw new Hint(`--policy ${name}: there is no such file.`);
  return file;
};

/** @returns {{help: boolean, reset: boolean, sample: boolean, broker: string | undefined, policy: string | undefined, port: number}} */
export const readArgs = (argv) => {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        reset: { type: 'boolean', default: false },
        'no-sample': { type: 'boolean', default: false },
        broker: { type: 'string' },
        policy: { type: 'string' },
        port: { type: 'string', default: '8080' },
      },
    }));
  } catch (error) {
    throw new Hint(`${error.message.split('\n')[0]} Options: npm start -- --help`);
  }
  if (values.broker !== undefined && !WAYS.includes(values.broker)) {
    throw new Hint(`--broker ${values.broker} is unknown: choose ${WAYS.join(', ')}.`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) {
    throw new Hint(`--port ${values.port}: choose a number from 1024 to 65000.`);
  }
  return {
    help: values.help,
    reset: values.reset,
    sample: !values['no-sample'],
    broker: values.broker,
    policy: policyFile(values.policy),
    port,
  };
};
