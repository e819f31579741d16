// The same without Kafka: the state of any day, the change log, and the changes as they come, over HTTP.
//
//   node -r @swc-node/register libs/client/examples/over-http.ts --url http://127.0.0.1:8080 --as-of 2025-06-20
import { ApiError, detenteApi, type RecordedChange } from '@app/client';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    key: { type: 'string' },
    'as-of': { type: 'string' },
    /** End after so many changes that came live; 0: never. */
    count: { type: 'string', default: '0' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const inWords = ({ effective, facet, fromStatus, toStatus }: RecordedChange): string =>
  `${effective} ${facet}: ${fromStatus ?? '-'} → ${toStatus ?? 'gone'}`;

const main = async (): Promise<void> => {
  const api = detenteApi({ baseUrl: values.url, ...(values.key !== undefined && { apiKey: values.key }) });
  const moments = values['as-of'] === undefined ? {} : { asOf: values['as-of'] };

  const { truce, tariffs } = await api.summary(moments);
  say(
    `truce: ${truce.status}; US rate ${tariffs.US.additionalAllGoods ?? '-'}, CN rate ${tariffs.CN.additionalAllGoods ?? '-'}`,
  );
  const state = await api.state(moments);
  for (const { facet, status, evidence } of state.facets)
    say(`${facet.padEnd(36)} ${status.padEnd(16)} ${evidence[0]?.publisher ?? ''}`);

  say('-- what changed so far');
  let position = 0;
  for await (const change of api.allChanges()) {
    say(inWords(change));
    position = change.position;
  }

  say('-- and as it comes');
  let left = Number(values.count);
  const stopping = new AbortController();
  process.once('SIGINT', () => {
    stopping.abort();
  });
  for await (const followed of api.follow({ after: position, signal: stopping.signal })) {
    if (followed.kind === 'reset') throw new Error('The service was started over: read the state anew.');
    say(inWords(followed.change));
    left -= 1;
    if (left === 0) break;
  }
};

main().catch((error: unknown) => {
  if (error instanceof ApiError && error.status === 401)
    process.stderr.write('Give --key: the service asks for one.\n');
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
