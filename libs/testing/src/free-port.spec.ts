import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, reserve } from './free-port';

describe('a free port', () => {
  it('is nobody else’s, though nobody listens on it yet', async () => {
    const ports = await Promise.all(Array.from({ length: 100 }, () => freePort()));
    expect(new Set(ports).size).toBe(100);
    expect(ports.filter(reserve)).toEqual([]);
  });

  it('is given up with the process that had it', () => {
    /** None that is drawn. */
    const port = 1;
    const file = path.join(tmpdir(), 'detente-ports', String(port));
    rmSync(file, { force: true });
    expect(reserve(port)).toBe(true);
    expect(reserve(port)).toBe(false);
    writeFileSync(file, execFileSync(process.execPath, ['-p', 'process.pid']));
    expect([reserve(port), reserve(port)]).toEqual([false, true]);
    rmSync(file);
  });
});
