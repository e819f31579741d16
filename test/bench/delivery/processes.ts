import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** Empty once it has ended. */
const stat = (pid: number): readonly string[] => {
  if (!existsSync(`/proc/${pid}/stat`)) return [];
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold spaces: what follows it is counted from the state, field 3.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Processor seconds that a process has used, its children that have ended among them. */
const ownSeconds = (pid: number): number =>
  [11, 12, 13, 14].reduce((sum, field) => sum + Number(stat(pid)[field] ?? 0), 0) / TICKS;

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => Number(stat(one)[1]) === pid);

/** Processor seconds of a process and all that it started: PostgreSQL has a process a connection. Linux alone. */
export const processorSeconds = (pid: number): number =>
  ownSeconds(pid) + childrenOf(pid).reduce((sum, child) => sum + processorSeconds(child), 0);

/** Resident memory of a process, MiB. Linux alone. */
export const residentMiB = (pid: number): number =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES) / 1_048_576;
