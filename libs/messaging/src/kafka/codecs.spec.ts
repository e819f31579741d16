import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { registerCodecs } from './codecs';

interface Codec {
  compress(encoder: { buffer: Buffer }): Promise<Buffer>;
  decompress(buffer: Buffer): Promise<Buffer>;
}

describe('the codecs of foreign producers', () => {
  const codec = (type: CompressionTypes.Snappy | CompressionTypes.LZ4 | CompressionTypes.ZSTD): Codec => {
    const make: () => Codec = CompressionCodecs[type];
    return make();
  };
  const text = 'hello from zstd, '.repeat(100);

  beforeAll(registerCodecs);

  it.each([['snappy', CompressionTypes.Snappy] as const, ['lz4', CompressionTypes.LZ4] as const])(
    'reads what it wrote: %s',
    async (_name, type) => {
      const small = await codec(type).compress({ buffer: Buffer.from(text) });

      expect(small.length).toBeLessThan(text.length);
      expect((await codec(type).decompress(small)).toString()).toBe(text);
    },
  );

  it('reads snappy in the frames of the Java client', async () => {
    const snappy = codec(CompressionTypes.Snappy);
    const frame = async (part: string): Promise<Buffer[]> => {
      const block = await snappy.compress({ buffer: Buffer.from(part) });
      const size = Buffer.alloc(4);
      size.writeUInt32BE(block.length);
      return [size, block];
    };
    const header = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    const framed = Buffer.concat([header, ...(await frame('one ')), ...(await frame('two'))]);

    expect((await snappy.decompress(framed)).toString()).toBe('one two');
  });

  it('reads zstd as the reference implementation writes it', async () => {
    // printf 'hello from zstd, hello from zstd, hello from zstd' | zstd -19 | base64
    const written = Buffer.from('KLUv/QRovQAAiGhlbGxvIGZyb20genN0ZCwgAQAJn0uK3+/m', 'base64');

    const read = await codec(CompressionTypes.ZSTD).decompress(written);

    expect(read.toString()).toBe('hello from zstd, hello from zstd, hello from zstd');
  });

  it('says that it only reads zstd', async () => {
    await expect(codec(CompressionTypes.ZSTD).compress({ buffer: Buffer.from('x') })).rejects.toThrow(
      /only read/,
    );
  });
});
