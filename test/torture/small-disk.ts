import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** A file system of its own, so that it can be filled without harm to anybody else. */
export interface SmallDisk {
  readonly dir: string;
  /** Takes all that is left. */
  fill(): void;
  free(): void;
  /** What is on it stays in its image. */
  unmount(): void;
}

/** Sparse: it takes of the real disk what is written. 200 rounds need some 300 MB of it. */
const SIZE = '2G';
/** Too little for a page of PostgreSQL's. */
const CRUMB = 4096;

const run = (command: string, ...args: string[]): void =>
  void execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });

const fill = (dir: string): void => {
  for (let nth = 0, size = Infinity; size > CRUMB; nth += 1) {
    const { bavail, bsize } = statfsSync(dir);
    size = Math.min(bavail * bsize, size);
    // The file system's own blocks may take what was just counted: then half of it.
    const taken =
      size > 0 && spawnSync('fallocate', ['-l', String(size), path.join(dir, `ballast-${String(nth)}`)]);
    if (taken === false || taken.status !== 0) size = Math.floor(size / 2);
  }
};

/** Mounts one below `dir`, by a loop device; answers why not where that takes a right or a tool that is missing. */
export const mountSmallDisk = (dir: string): SmallDisk | { readonly whyNot: string } => {
  const image = path.join(dir, 'disk.img');
  const mount = path.join(dir, 'disk');
  try {
    run('truncate', '-s', SIZE, image);
    run('mkfs.ext4', '-q', '-F', '-m', '0', image);
    mkdirSync(mount, { recursive: true, mode: 0o755 });
    run('mount', '-o', 'loop', image, mount);
  } catch (error) {
    rmSync(image, { force: true });
    return { whyNot: error instanceof Error ? error.message.trim().replaceAll('\n', ' ') : String(error) };
  }
  const free = (): void => {
    run('find', mount, '-maxdepth', '1', '-name', 'ballast-*', '-delete');
  };
  return {
    dir: mount,
    fill: () => {
      fill(mount);
    },
    free,
    unmount: () => {
      run('umount', mount);
    },
  };
};
