// Every change of the relation, one line each: all that was ever published, then what comes. Run it from the top folder:
//
//   node -r @swc-node/register libs/client/examples/subscribe.ts --brokers 127.0.0.1:8085 --group my-service
//
// Stop it and start it again: it goes on where it left off.
import { subscribe, type ChangeEvent } from '@app/client';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    brokers: { type: 'string', default: '127.0.0.1:8085' },
    group: { type: 'string', default: 'example-subscriber' },
    prefix: { type: 'string', default: '' },
    /** End after so many changes; 0: never. */
    count: { type: 'string', default: '0' },
  },
});

const inWords = ({ data, republished }: ChangeEvent): string => {
  const flags = [
    data.late ? ' (learned late)' : '',
    data.corrects ? ' (corrects what was told)' : '',
    republished ? ' (sent again)' : '',
  ].join('');
  const until = data.to?.type === 'truce' && data.to.until !== null ? ` until ${data.to.until}` : '';
  const why = data.evidence[0] === undefined ? '' : `\n    "${data.evidence[0].sentence}"`;
  return `${data.effective} ${data.facet}: ${data.fromStatus ?? '-'} → ${data.toStatus ?? 'gone'}${until}${flags}${why}`;
};

const main = async (): Promise<void> => {
  let left = Number(values.count);
  const subscription = await subscribe({
    brokers: values.brokers.split(','),
    groupId: values.group,
    topicPrefix: values.prefix,
    onChange: (event) => {
      process.stdout.write(`${inWords(event)}\n`);
      left -= 1;
      if (left === 0) void subscription.stop();
    },
    onUnreadable: (error) => {
      process.stderr.write(`${error.message}\n`);
    },
  });
  process.once('SIGINT', () => void subscription.stop());
  await subscription.done;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
