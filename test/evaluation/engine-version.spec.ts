import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE } from '@app/extraction';
import { z } from 'zod';
import { readingsDigest } from './readings-digest';

const released = z
  .object({ version: z.string(), digest: z.string() })
  .parse(JSON.parse(readFileSync(join(__dirname, 'released-engine.json'), 'utf8')));

// Readings are stored, and replayed, by the version of the engine that made them: `npm run evaluate -- --release` at a release.
describe("the engine's version", () => {
  it('is a new one where it reads otherwise than the released one did', () => {
    const isChanged = readingsDigest() !== released.digest;
    const advice = 'raise the version in libs/extraction/src/engine.ts';
    expect({ isChanged, advice, isNew: ENGINE.version !== released.version }).toEqual({
      isChanged,
      advice,
      isNew: isChanged,
    });
  });
});
