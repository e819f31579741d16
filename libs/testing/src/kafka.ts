import { randomUUID } from 'node:crypto';

/** A corner of the tests' broker that no other spec file sees: put `prefix` before topics and groups. */
export interface TestKafka {
  readonly brokers: readonly string[];
  readonly prefix: string;
}

/** The tests' broker with a prefix of its own. */
export const testKafka = (): TestKafka => {
  const brokers = (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',').filter((part) => part !== '');
  if (brokers.length === 0)
    throw new Error(`This spec needs a Kafka: ${whyNoKafka() ?? 'jest-setup has not run'}`);
  return { brokers, prefix: `t${randomUUID().slice(0, 8)}.` };
};

/** Why no Kafka was to be had, or null when one is there. */
export const whyNoKafka = (): string | null => {
  if ((process.env['TEST_KAFKA_BROKERS'] ?? '') !== '') return null;
  return process.env['TEST_NO_KAFKA'] ?? 'TEST_KAFKA_BROKERS is not set';
};

/**
 * `describe` for suites that need a Kafka. Where none was to be had they are told as skipped, with the reason (the last
 * line of `npm test` counts them); with CI=true they run, and fail.
 */
export const describeWithKafka = (name: string, suite: () => void): void => {
  const why = whyNoKafka();
  const inCi = process.env['CI'] === 'true';
  const run = why === null || inCi ? describe : describe.skip;
  run(why === null || inCi ? name : `${name} [${why}]`, suite);
};
