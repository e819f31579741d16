import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
const LOCAL = path.join(ROOT, '.detente');
/** Databases and logs: git ignores them, `--reset` drops them. DETENTE_DATA puts them elsewhere, as for a second system. */
export const DATA = process.env.DETENTE_DATA ? path.resolve(process.env.DETENTE_DATA) : LOCAL;
/** What was fetched once (Kafka's jars). */
export const CACHE = path.join(LOCAL, 'cache');
export const DIST = path.join(ROOT, 'dist');
