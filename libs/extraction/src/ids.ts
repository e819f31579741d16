import { createHash } from 'node:crypto';

/** Namespace of observation ids, made once at random. */
const NAMESPACE = Buffer.from('5b1c7f0e8d0a4a7d9d1e3c2b6f4a8e10', 'hex');

/** UUID v5 (RFC 9562) of a name: the same parts, the same id, on every machine. */
export const uuid5 = (...parts: readonly string[]): string => {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('\u0000'), 'utf8').digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};
