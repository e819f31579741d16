import type { LaunchedProcess } from './processes.mjs';

export interface Broker {
  readonly brokers: readonly string[];
  /** The process, where it is ours (Java). */
  readonly child?: LaunchedProcess;
  stop(): Promise<void>;
}
export interface BrokerOptions {
  readonly dir: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly log: string;
  readonly advertisedPort?: number;
}
export function startKafka(way: 'java', options: BrokerOptions): Promise<Broker>;
export function answers(brokers: readonly string[]): Promise<boolean>;
