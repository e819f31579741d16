// Where there is no broker: the same four services, unchanged, in one process over the memory transport they share.
import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST } from './paths.mjs';

const require = createRequire(import.meta.url);

// Those that take messages first, the door for articles last.
for (const name of ['tracker', 'query', 'extractor', 'intake'])
  require(path.join(DIST, 'apps', name, 'main.js'));
