import type { LaunchedProcess } from './processes.mjs';

export interface Cluster {
  readonly url: string;
  readonly child: LaunchedProcess;
  stop(): Promise<void>;
}
export function startPostgres(options: {
  readonly dir: string;
  readonly port: number;
  readonly log: string;
  readonly throwAway?: boolean;
}): Promise<Cluster>;
