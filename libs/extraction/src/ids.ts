import { hash } from 'node:crypto';

/** Namespace of observation ids, made once at random. */
const NAMESPACE = Buffer.from('5b1c7f0e8d0a4a7d9d1e3c2b6f4a8e10', 'hex');

/** UUID v5 (RFC 9562) of a name: the same parts, the same id, on every machine. */
export const uuid5 = (...parts: readonly string[]): string => {
  const hex = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(parts.join('\u0000'), 'utf8')]), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
