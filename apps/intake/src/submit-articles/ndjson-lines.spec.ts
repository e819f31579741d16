import { Readable } from 'node:stream';
import { linesInGroups, type Line } from './ndjson-lines';

const groupsOf = async (chunks: readonly string[], size: number): Promise<Line[][]> => {
  const groups: Line[][] = [];
  for await (const group of linesInGroups(Readable.from(chunks), size)) groups.push(group);
  return groups;
};

describe('the lines of a stream', () => {
  it('come whole, wherever the chunks break, and keep their numbers', async () => {
    expect(await groupsOf(['{"a"', ':1}\n\n{"b":', '2}\r\n{"c":3}'], 2)).toEqual([
      [
        { number: 1, text: '{"a":1}' },
        { number: 3, text: '{"b":2}' },
      ],
      [{ number: 4, text: '{"c":3}' }],
    ]);
  });

  it('make no group where there are none', async () => {
    expect(await groupsOf(['\n \n'], 2)).toEqual([]);
  });
});
