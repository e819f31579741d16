import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { quantile } from '../bench';
import type { Submission } from './articles';
import { isDrained, lookAtLog } from './log';
import type { World } from './world';

export interface Latencies {
  /** Milliseconds from the 202 to the first change that the article brought about. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** Milliseconds from sending an article to its 202. */
  readonly accepted: { readonly p50: number; readonly p99: number };
  /** Articles that changed something: the others cannot be seen on the topic. */
  readonly changed: number;
  readonly sent: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** When the first change of each correlation id was read, by a plain consumer that shares no code with the product. */
const watchChanges = async (
  world: World,
): Promise<{ at: Map<string, number>; stop: () => Promise<void> }> => {
  const at = new Map<string, number>();
  const kafka = new Kafka({ brokers: [...world.brokers], clientId: 'watch', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `${world.topicPrefix}watch` });
  await consumer.connect();
  await consumer.subscribe({ topics: [`${world.topicPrefix}relations.changes.v1`], fromBeginning: true });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.run({
    eachMessage: ({ message }) => {
      const id = message.headers?.['ce_correlationid']?.toString() ?? '';
      if (!at.has(id)) at.set(id, performance.now());
      return Promise.resolve();
    },
  });
  await joined;
  return { at, stop: () => consumer.disconnect() };
};

/** Sends one article after the other at a steady pace, however long each takes; when each was sent and answered. */
const sendAtPace = async (
  url: string,
  articles: readonly Submission[],
  perSecond: number,
): Promise<readonly { id: string; sentAt: number; takenAt: number }[]> => {
  const start = performance.now();
  const sent = articles.map(async (article, i) => {
    await pause(start + (i * 1000) / perSecond - performance.now());
    const sentAt = performance.now();
    const response = await fetch(`${url}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-correlation-id': article.id },
      body: JSON.stringify(article),
    });
    const takenAt = performance.now();
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    return { id: article.id, sentAt, takenAt };
  });
  return Promise.all(sent);
};

/** What was accepted last is still on its way; a published change is read within the second. */
const untilDrained = async (world: World, articles: number): Promise<void> => {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    while (!isDrained(await lookAtLog(client), articles)) await pause(500);
  } finally {
    await client.end();
  }
  await pause(1000);
};

/** From an article accepted to its change on Kafka, at a steady pace; `warmUp` articles first, which do not count. */
export const measureLatency = async (
  world: World,
  articles: readonly Submission[],
  { perSecond, warmUp }: { readonly perSecond: number; readonly warmUp: number },
): Promise<Latencies> => {
  const changes = await watchChanges(world);
  const all = await sendAtPace(world.intake, articles, perSecond);
  await untilDrained(world, articles.length);
  await changes.stop();
  const counted = all.slice(warmUp);
  const late = counted.flatMap(({ id, takenAt }) => {
    const at = changes.at.get(id);
    // The answer may be read after the change: the change was not slower than it.
    return at === undefined ? [] : [Math.max(0, at - takenAt)];
  });
  if (late.length === 0) throw new Error('no article brought about a change: nothing was measured');
  const taken = counted.map(({ sentAt, takenAt }) => takenAt - sentAt);
  return {
    p50: quantile(late, 0.5),
    p95: quantile(late, 0.95),
    p99: quantile(late, 0.99),
    most: Math.max(...late),
    accepted: { p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) },
    changed: late.length,
    sent: counted.length,
  };
};
