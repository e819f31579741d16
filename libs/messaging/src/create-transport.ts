import type { MessagingLogger, MessagingMetrics } from './observer';
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

/** The transport that the options name. All memory transports of a process with one prefix are the same one. */
export declare const createTransport: (options: TransportOptions) => Transport;
