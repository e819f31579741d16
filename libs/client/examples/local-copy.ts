// The current state, kept in this process from the compacted topic: a table once it is whole, then a line for each update.
//
//   node -r @swc-node/register libs/client/examples/local-copy.ts --brokers 127.0.0.1:8085
import { localState, type FacetState } from '@app/client';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    brokers: { type: 'string', default: '127.0.0.1:8085' },
    prefix: { type: 'string', default: '' },
    /** End after so many updates of the whole table; 0: never. */
    updates: { type: 'string', default: '0' },
  },
});

const row = ({ facet, status, standing, day }: FacetState): string =>
  `${facet.padEnd(36)} ${status.padEnd(16)} ${standing.padEnd(14)} ${day}`;

const main = async (): Promise<void> => {
  let isWhole = false;
  let left = Number(values.updates);
  const copy = await localState({
    brokers: values.brokers.split(','),
    topicPrefix: values.prefix,
    onUpdate: ({ key, now }) => {
      if (!isWhole) return;
      process.stdout.write(`${now === undefined ? `${key} is gone` : row(now)}\n`);
      left -= 1;
      if (left === 0) void copy.stop();
    },
  });
  process.once('SIGINT', () => void copy.stop());
  await copy.ready();
  isWhole = true;
  process.stdout.write(`${copy.all().map(row).join('\n')}\n-- ${copy.all().length} facets, now live\n`);
  await copy.done;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
