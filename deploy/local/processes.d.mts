import type { ChildProcess, SpawnOptions } from 'node:child_process';

export interface LaunchedProcess extends ChildProcess {
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly log: string;
}
export function launch(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly log: string },
): LaunchedProcess;
export function stop(
  child: LaunchedProcess,
  options?: { readonly signal?: NodeJS.Signals; readonly deadlineMs?: number },
): Promise<void>;
export function freePort(): Promise<number>;
