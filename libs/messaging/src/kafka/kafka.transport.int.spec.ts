import { describeWithKafka, testKafka } from '@app/testing';
import { noMetrics, silentLogger } from '../observer';
import { describeTransport } from '../transport.conformance';
import { KafkaTransport } from './kafka.transport';

describeWithKafka('Kafka', () => {
  describeTransport('the Kafka transport', () => {
    const { brokers, prefix } = testKafka();
    return new KafkaTransport({
      brokers,
      prefix,
      clientId: 'conformance',
      publishDeadlineMs: 10_000,
      logger: silentLogger,
      metrics: noMetrics,
    });
  });
});
