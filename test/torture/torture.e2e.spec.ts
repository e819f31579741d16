import { execFile } from 'node:child_process';
import path from 'node:path';
import { describeWithKafka } from '@app/testing';

const ROOT = path.resolve(__dirname, '../..');

/** As an operator runs it, in a process of its own: it starts and kills databases and brokers of its own. */
const torture = (...args: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const command = ['-r', '@swc-node/register', 'test/torture/torture.ts', ...args];
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, said: stdout + stderr });
    });
  });

describeWithKafka('the torture', () => {
  it('plays a short seed without a violation', async () => {
    const { code, said } = await torture('--rounds', '2', '--seed', 'short');

    expect(said).toMatch(/2 rounds, 0 violations\n$/);
    expect(code).toBe(0);
  }, 300_000);
});
