import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
/** All local data: databases, logs, caches. Git ignores it; `--reset` drops all but the caches. */
export const DATA = path.join(ROOT, '.detente');
export const DIST = path.join(ROOT, 'dist');
