import type { Type } from '@nestjs/common';

export interface ServiceOptions {
  /** `intake`, `extractor`, `tracker`, `query`. */
  readonly name: string;
  /** When neither `<NAME>_PORT` nor `PORT` is set. */
  readonly defaultPort: number;
}

/**
 * Starts a service and stays: listens, answers health and metrics, logs JSON lines, ends on SIGTERM and SIGINT within its
 * deadline. What is wrong at boot is told in one sentence and ends the process with code 1.
 */
export declare const runService: (module: Type, options: ServiceOptions) => Promise<void>;
