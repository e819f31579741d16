import { Kafka, logLevel, type logCreator } from 'kafkajs';
import type { MessagingLogger } from '../observer';
import { registerCodecs } from './codecs';

/** kafkajs says these at level ERROR while a broker or a group settles, and retries by itself. */
const SETTLING =
  /coordinator is (loading|not available)|coordinator is not aware|is rebalancing|not the correct coordinator|no leader|Connection (timeout|error)|Failed to (connect|find group coordinator)|Closed connection|Response (Heartbeat|JoinGroup|SyncGroup|OffsetCommit|FindCoordinator|GroupCoordinator|Metadata)/i;

const toHouse =
  (logger: MessagingLogger): logCreator =>
  () =>
  ({ level, log, namespace }) => {
    const error = String(log['error'] ?? '');
    const entry = { kafkajs: namespace, ...(error !== '' && { error }) };
    if (level === logLevel.ERROR && !SETTLING.test(`${log.message} ${error}`))
      logger.warn(entry, log.message);
    else logger.debug(entry, log.message);
  };

/** kafkajs with our limits and our logger; nothing else constructs it. */
export const createKafka = (brokers: readonly string[], clientId: string, logger: MessagingLogger): Kafka => {
  registerCodecs();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 3 },
    logLevel: logLevel.WARN,
    logCreator: toHouse(logger),
  });
};
