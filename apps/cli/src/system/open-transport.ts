import { createTransport, type Transport } from '@app/messaging';
import { loadEnv, platformEnv } from '@app/platform';
import { CommandFailure, EXIT } from '../output/exit-code';

/** Runs work with the broker of KAFKA_BROKERS, and closes the connection. */
export const withTransport = async <R>(work: (transport: Transport) => Promise<R>): Promise<R> => {
  const { KAFKA_BROKERS, TOPIC_PREFIX } = loadEnv(platformEnv);
  if (KAFKA_BROKERS === undefined) {
    throw new CommandFailure('KAFKA_BROKERS says which broker; it is not set', EXIT.usage);
  }
  const transport = createTransport({
    kind: 'kafka',
    brokers: KAFKA_BROKERS,
    clientId: 'cli',
    prefix: TOPIC_PREFIX,
  });
  try {
    return await work(transport);
  } finally {
    await transport.close();
  }
};
