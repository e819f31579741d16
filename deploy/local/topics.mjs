import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST } from './paths.mjs';

const require = createRequire(import.meta.url);

/** Creates the topics that are missing, as libs/contracts says; `prefix` sets apart several systems on one broker. */
export const createTopics = async (brokers, prefix = process.env.TOPIC_PREFIX ?? '') => {
  const { createTransport } = require(path.join(DIST, 'libs/messaging/index.js'));
  const { topicSettings } = require(path.join(DIST, 'libs/contracts/index.js'));
  const transport = createTransport({ kind: 'kafka', brokers, prefix, clientId: 'detente-start' });
  try {
    await transport.ensureTopics(topicSettings(Number(process.env.TOPIC_PARTITIONS ?? 1)));
  } finally {
    await transport.close();
  }
};
