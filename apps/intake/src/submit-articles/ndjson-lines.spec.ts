import { Readable } from 'node:stream';
import { linesInGroups, type Line } from './ndjson-lines';

const groupsOf = async (chunks: Iterable<string>, lines: number, bytes = 100): Promise<Line[][]> => {
  const groups: Line[][] = [];
  for await (const group of linesInGroups(Readable.from(chunks), { lines, bytes })) groups.push(group);
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

  it('end at newlines alone: in JSON a line separator of Unicode is a letter like any', async () => {
    expect(await groupsOf(['"one\u2028two\u0085three"\n'], 2)).toEqual([
      [{ number: 1, text: '"one\u2028two\u0085three"' }],
    ]);
  });

  it('keep letters whole whose bytes come apart', async () => {
    const [first, last] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    const groups = [];
    for await (const group of linesInGroups(Readable.from([first, last]), { lines: 1, bytes: 9 }))
      groups.push(group);
    expect(groups).toEqual([[{ number: 1, text: 'é' }]]);
  });

  it('are passed over when they are too long, and told by their number', async () => {
    expect(await groupsOf(['1234567', '8901\n', '1234567890\n', '12345678901'], 5, 10)).toEqual([
      [
        { number: 1, text: null },
        { number: 2, text: '1234567890' },
      ],
      [{ number: 3, text: null }],
    ]);
  });

  it('are handed on when they are long together', async () => {
    const groups = await groupsOf(['123456\n123456\n123456\n'], 100, 10);
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
  });

  it('take no memory with what is sent on one line', async () => {
    const megabyte = 'x'.repeat(1 << 20);
    let most = 0;
    const endless = function* (): Generator<string> {
      for (let sent = 0; sent < 700; sent += 1) {
        if (sent % 50 === 0) most = Math.max(most, process.memoryUsage().rss);
        yield megabyte;
      }
    };
    const before = process.memoryUsage().rss;
    expect(await groupsOf(endless(), 200, 1 << 20)).toEqual([[{ number: 1, text: null }]]);
    expect(most - before).toBeLessThan(400 << 20);
  });
});
