import { TOPICS } from '@app/contracts';
import { listDeadLetters, type Transport } from '@app/messaging';
import { loadEnv, platformEnv } from '@app/platform';
import { EXIT } from '../output/exit-code';
import { print, printJson } from '../output/print';
import { addresses } from '../system/addresses';
import { withLog } from '../system/open-log';
import { withTransport } from '../system/open-transport';

interface Finding {
  readonly check: string;
  readonly isFine: boolean;
  readonly detail: string;
}

const GROUPS = [
  { group: 'extractor', topic: TOPICS.articlesReceived },
  { group: 'tracker', topic: TOPICS.observationsExtracted },
] as const;

/** A service that says nothing for so long is not ready. */
const TIMEOUT_MS = 5000;

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What could not be looked at is a finding, not an end of the examination. */
const finding = async (check: string, look: () => Promise<Omit<Finding, 'check'>>): Promise<Finding> => {
  try {
    return { check, ...(await look()) };
  } catch (error) {
    return { check, isFine: false, detail: told(error) };
  }
};

const services = (): Promise<Finding>[] =>
  Object.entries({
    intake: addresses().INTAKE_URL,
    extractor: addresses().EXTRACTOR_URL,
    tracker: addresses().TRACKER_URL,
    query: addresses().QUERY_URL,
  }).map(([name, url]) =>
    finding(`${name} is ready`, async () => {
      const response = await fetch(new URL('/health/ready', url), {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { isFine: response.ok, detail: await response.text() };
    }),
  );

const broker = (transport: Transport): Promise<Finding>[] => [
  finding('the broker answers', async () => {
    const { ok, detail } = await transport.health();
    return { isFine: ok, detail };
  }),
  ...GROUPS.flatMap(({ group, topic }) => [
    finding(`${group} has read all of ${topic}`, async () => {
      const lag = (await transport.fetchOffsets(group, topic)).reduce((sum, one) => sum + one.lag, 0);
      return { isFine: lag === 0, detail: `${lag} messages behind` };
    }),
    finding(`no dead letters of ${topic}`, async () => {
      const { length } = await listDeadLetters(transport, topic);
      return { isFine: length === 0, detail: `${length} open` };
    }),
  ]),
];

const examineLog = async (): Promise<readonly Finding[]> => {
  try {
    return await withLog((log) => log.examine());
  } catch (error) {
    return [{ check: 'the event log can be read', isFine: false, detail: told(error) }];
  }
};

/** Looks at everything, changes nothing; exit code 1 when something is not as it should be. */
export const doctorCommand = async ({ json }: { readonly json?: true }): Promise<void> => {
  const { KAFKA_BROKERS } = loadEnv(platformEnv);
  const findings = [
    ...(await Promise.all(services())),
    ...(await examineLog()),
    ...(KAFKA_BROKERS === undefined
      ? []
      : await withTransport((transport) => Promise.all(broker(transport)))),
  ];
  if (findings.some(({ isFine }) => !isFine)) process.exitCode = EXIT.failed;
  for (const { check, isFine, detail } of findings) {
    if (json === true) printJson({ check, isFine, detail });
    else print(`${isFine ? '✓' : '✗'} ${check}${isFine ? '' : `: ${detail}`}`);
  }
};
