// A broker behind a wire that holds what one writer sent until another has written. Says as JSON what then stands in the topics.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { classify, createTransport, type OutgoingMessage, type Transport } from '@app/messaging';
import { startKafka } from '../../deploy/local/kafka.mjs';
import { freePort } from '../../deploy/local/processes.mjs';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

/** Kafka's number of a request to append, after four bytes of length. */
const isProduce = (chunk: Buffer): boolean => chunk.length > 6 && chunk.readInt16BE(4) === 0;

const message = (topic: string, text: string): OutgoingMessage => ({
  ...{ topic, key: 'us-cn/truce', headers: {} },
  value: Buffer.from(text),
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
const outcome = (work: Promise<void>): Promise<string> => work.then(() => 'taken', codeOf);

/** A broker that has just started lets no group in for some seconds. */
const everything = async (transport: Transport, topic: string, tries = 10): Promise<string[]> => {
  const found: string[] = [];
  try {
    await transport.readTopic(topic, ({ value }) => void found.push(String(value)));
    return found;
  } catch (error) {
    if (tries <= 1 || classify(error) !== 'outage') throw error;
    return everything(transport, topic, tries - 1);
  }
};

const untilHeld = async (wire: TcpProxy): Promise<void> => {
  for (let waited = 0; !wire.isHolding(); waited += 10) {
    if (waited > 10_000) throw new Error('nothing was sent that the wire could hold');
    await pause(10);
  }
};

/** Under one name: the second writer takes it over while a batch of the first one's is on the way. */
const underOneName = async (wire: TcpProxy, former: Transport, later: Transport): Promise<object> => {
  const topic = 'sole';
  await former.ensureTopics([{ topic, partitions: 1 }]);
  const given = await former.takeOver('writer');
  await given.publishBatch([message(topic, 'first')]);
  wire.hold(isProduce);
  const late = outcome(given.publishBatch([message(topic, 'late')]));
  await untilHeld(wire);
  const taken = await later.takeOver('writer');
  await taken.publishBatch([message(topic, 'newer')]);
  wire.release();
  const said = { late: await late, afterwards: await outcome(given.publishBatch([message(topic, 'again')])) };
  await taken.publishBatch([message(topic, 'newest')]);
  return { ...said, stands: await everything(later, topic) };
};

/** The same by two who know nothing of each other: the wire does what it is here for. */
const eachForItself = async (wire: TcpProxy, former: Transport, later: Transport): Promise<object> => {
  const topic = 'shared';
  await former.ensureTopics([{ topic, partitions: 1 }]);
  await former.publishBatch([message(topic, 'first')]);
  wire.hold(isProduce);
  const late = outcome(former.publishBatch([message(topic, 'late')]));
  await untilHeld(wire);
  await later.publishBatch([message(topic, 'newer')]);
  wire.release();
  return { late: await late, stands: await everything(later, topic) };
};

const main = async (): Promise<void> => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'detente-late-'));
  const port = await freePort();
  const wire = await startTcpProxy(port);
  const broker = await startKafka('java', {
    ...{ dir: path.join(dir, 'kafka'), port, controllerPort: await freePort(), advertisedPort: wire.port },
    log: path.join(dir, 'kafka.log'),
  });
  const brokers = [`127.0.0.1:${String(wire.port)}`];
  const [former, later] = ['former', 'later'].map((clientId) =>
    createTransport({ kind: 'kafka', brokers, clientId }),
  );
  try {
    if (former === undefined || later === undefined) throw new Error('two writers are needed');
    const sole = await underOneName(wire, former, later);
    const shared = await eachForItself(wire, former, later);
    process.stdout.write(`${JSON.stringify({ sole, shared })}\n`);
  } finally {
    await Promise.all([former?.close(), later?.close()]);
    await broker.stop();
    await wire.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

void main();
