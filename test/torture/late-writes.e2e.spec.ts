import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describeWithKafka } from '@app/testing';

const ROOT = path.resolve(__dirname, '../..');

describeWithKafka('what a writer has under way when another takes its name over', () => {
  it('is refused when it arrives behind the other one’s, and would stand last without the name', async () => {
    const command = ['-r', '@swc-node/register', 'test/torture/late-writes.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
    const said: unknown = JSON.parse(stdout);

    expect(said).toEqual({
      sole: {
        late: 'TRANSPORT_UNAVAILABLE',
        afterwards: 'TRANSPORT_UNAVAILABLE',
        stands: ['first', 'newer', 'newest'],
      },
      shared: { late: 'taken', stands: ['first', 'newer', 'late'] },
    });
  }, 120_000);
});
