import * as zlib from 'node:zlib';
import { decompress as decompressZstd } from 'fzstd';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { compressFrame, decompressFrame } from 'lz4-napi';
import { compress, uncompress } from 'snappy';

interface Encoder {
  buffer: Buffer;
}
interface Codec {
  compress(encoder: Encoder): Promise<Buffer>;
  decompress(buffer: Buffer): Promise<Buffer>;
}

/** Java clients put snappy into the frames of xerial's snappy-java; librdkafka and others send it bare. */
const XERIAL = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0]);
const XERIAL_HEADER = 16;

const toBuffer = (value: string | Buffer): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);

const uncompressSnappy = async (buffer: Buffer): Promise<Buffer> => {
  if (!buffer.subarray(0, XERIAL.length).equals(XERIAL)) return toBuffer(await uncompress(buffer));
  const parts: Buffer[] = [];
  for (let at = XERIAL_HEADER; at < buffer.length;) {
    const size = buffer.readUInt32BE(at);
    parts.push(toBuffer(await uncompress(buffer.subarray(at + 4, at + 4 + size))));
    at += 4 + size;
  }
  return Buffer.concat(parts);
};

const snappy: Codec = {
  compress: async ({ buffer }) => toBuffer(await compress(buffer)),
  decompress: uncompressSnappy,
};

const lz4: Codec = { compress: ({ buffer }) => compressFrame(buffer), decompress: decompressFrame };

/** Node has zstd from 22.15 on; the pure JavaScript reader is slower and serves Node 20. */
const nativeZstd = (): ((buffer: Buffer) => Buffer) | undefined => {
  const read: unknown = Reflect.get(zlib, 'zstdDecompressSync');
  if (typeof read !== 'function') return undefined;
  return (buffer) => Buffer.from(Reflect.apply(read, zlib, [buffer]));
};

const readZstd = nativeZstd() ?? ((buffer: Buffer): Buffer => Buffer.from(decompressZstd(buffer)));

const zstd: Codec = {
  compress: () => Promise.reject(new Error('zstd is only read here; publish with another compression')),
  decompress: (buffer) => Promise.resolve(readZstd(buffer)),
};

/**
 * kafkajs knows gzip alone, and a message in any other compression kills its consumer. Foreign producers use them all.
 */
export const registerCodecs = (): void => {
  CompressionCodecs[CompressionTypes.Snappy] = () => snappy;
  CompressionCodecs[CompressionTypes.LZ4] = () => lz4;
  CompressionCodecs[CompressionTypes.ZSTD] = () => zstd;
};
