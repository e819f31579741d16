import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ScratchFile } from './scratch-file';

describe('a scratch file', () => {
  it('gives back what it was given, at once and later, in any order', () => {
    const scratch = new ScratchFile();
    const given = Array.from({ length: 2000 }, (_, n) => [
      `${n}`,
      'süß \u0000 \ud83d',
      'x'.repeat(n % 300),
      '',
    ]);
    const places = given.map((texts, n) => {
      const place = scratch.keep(texts);
      if (n % 7 === 0) expect(scratch.read(place)).toEqual(texts);
      return place;
    });
    const backwards = places.map((place, n) => ({ place, texts: given[n] })).reverse();
    for (const { place, texts } of backwards) expect(scratch.read(place)).toEqual(texts);
    for (const { place, texts } of backwards) expect(scratch.read(place)).toEqual(texts);
    expect(scratch.read(scratch.keep([]))).toEqual([]);
  });

  it('says so where nothing was kept', () => {
    const scratch = new ScratchFile();
    scratch.keep(['one']);
    expect(() => scratch.read(1000)).toThrow('nothing is kept at 1000');
  });

  it('leaves no file behind', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'spec-'));
    const scratch = new ScratchFile(folder);
    expect(scratch.read(scratch.keep(['one']))).toEqual(['one']);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
