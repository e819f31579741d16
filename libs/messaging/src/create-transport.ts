import { KafkaTransport } from './kafka/kafka.transport';
import { MemoryTransport } from './memory/memory.transport';
import { noMetrics, silentLogger, type MessagingLogger, type MessagingMetrics } from './observer';
import type { Transport } from './transport';

export interface TransportOptions {
  readonly kind: 'kafka' | 'memory';
  /** `host:port`, needed for Kafka. */
  readonly brokers?: readonly string[];
  /** Names the process to the broker. */
  readonly clientId: string;
  /** Put before every topic and group, so that several systems (or tests) share a broker; hidden from callers. */
  readonly prefix?: string;
  /** How long a publish may wait for the broker before it rejects; default 10,000 ms. */
  readonly publishDeadlineMs?: number;
  readonly logger?: MessagingLogger;
  readonly metrics?: MessagingMetrics;
}

/** Services that share a process share its memory transport, by prefix. */
const inMemory = new Map<string, MemoryTransport>();

/** The transport that the options name. All memory transports of a process with one prefix are the same one. */
export const createTransport = (options: TransportOptions): Transport => {
  const prefix = options.prefix ?? '';
  if (options.kind === 'kafka') {
    return new KafkaTransport({
      brokers: options.brokers ?? [],
      clientId: options.clientId,
      prefix,
      publishDeadlineMs: options.publishDeadlineMs ?? 10_000,
      logger: options.logger ?? silentLogger,
      metrics: options.metrics ?? noMetrics,
    });
  }
  const shared = inMemory.get(prefix) ?? new MemoryTransport();
  inMemory.set(prefix, shared);
  return shared;
};
