// `npm run build`: swc over apps and libs into dist/, only what changed. `apps/x/src/y.ts` becomes `dist/apps/x/y.js`.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT } from './paths.mjs';

const STAMP = path.join(DIST, '.stamp');
const SPEC = /\.(spec|conformance)\.ts$|\.d\.ts$/;
const ROOMS = ['apps', 'libs'].map((folder) => path.join(ROOT, folder));
/** For specs alone. */
const LEFT_OUT = path.join(ROOT, 'libs/testing');

/** Where a source's output stands: without `src`, a `.js` for a `.ts`. */
const target = (source) => {
  const [top, room, , ...rest] = path.relative(ROOT, source).split(path.sep);
  return path.join(DIST, top, room, ...rest).replace(/\.ts$/, '.js');
};

/** All sources, by path: modification time. A few hundred stats, so it may run before each command. */
const sources = () => {
  const found = new Map();
  for (const rooms of ROOMS) {
    for (const room of readdirSync(rooms)) {
      const src = path.join(rooms, room, 'src');
      if (path.join(rooms, room) === LEFT_OUT || !existsSync(src)) continue;
      for (const entry of readdirSync(src, { withFileTypes: true, recursive: true })) {
        const file = path.join(entry.parentPath ?? entry.path, entry.name);
        if (entry.isFile() && !SPEC.test(file)) found.set(file, statSync(file).mtimeMs);
      }
    }
  }
  return found;
};

const mtime = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const changed = (all) =>
  [...all].filter(([source, time]) => mtime(target(source)) < time).map(([source]) => source);

/** What else the output depends on: these scripts, swc's options and its version. */
const recipe = () => {
  const hash = createHash('sha256');
  for (const file of ['deploy/local/build.mjs', '.swcrc', 'node_modules/@swc/core/package.json']) {
    hash.update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
};

/** Whether dist/ is not what the sources say; cheap. */
export const isStale = () => {
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  const all = sources();
  const [was, count] = stamp.split(' ');
  return was !== recipe() || Number(count) !== all.size || changed(all).length > 0;
};

/** Imports of other rooms (`@app/x`) and relative ones, from where the source stands to where the outputs stand. */
const rewriteImports = (code, source) =>
  code.replace(/\brequire\("(@app\/[\w-]+|\.\.?\/[^"]*)"\)/g, (whole, name) => {
    const at = name.startsWith('@app/')
      ? path.join(ROOT, 'libs', name.slice('@app/'.length), 'src/index.ts')
      : path.resolve(path.dirname(source), name);
    const to = path
      .relative(path.dirname(target(source)), target(at))
      .split(path.sep)
      .join('/');
    return `require("${to.startsWith('.') ? to : `./${to}`}")`;
  });

/** Written beside its place and then moved there: a service that starts meanwhile never reads half a file. */
const write = (file, content) => {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, content);
  renameSync(partial, file);
};

const compile = async (source) => {
  const out = target(source);
  if (!source.endsWith('.ts')) return write(out, readFileSync(source));
  const { transform } = await import('@swc/core');
  const { code, map } = await transform(readFileSync(source, 'utf8'), {
    configFile: path.join(ROOT, '.swcrc'),
    filename: source,
    sourceFileName: path.relative(path.dirname(out), source),
    sourceMaps: true,
  });
  write(`${out}.map`, map);
  write(out, `${rewriteImports(code, source)}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
};

/** Outputs whose source is gone. */
const sweep = (all) => {
  const wanted = new Set([...all.keys()].map(target));
  for (const entry of readdirSync(DIST, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && file !== STAMP && !wanted.has(file.replace(/\.map$/, '')))
      rmSync(file, { force: true });
  }
};

/** Brings dist/ up to date. @returns how many files were compiled */
export const build = async () => {
  const stamp = recipe();
  if (!existsSync(STAMP) || !readFileSync(STAMP, 'utf8').startsWith(stamp))
    rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  const all = sources();
  const todo = changed(all);
  await Promise.all(todo.map(compile));
  sweep(all);
  write(STAMP, `${stamp} ${all.size}`);
  return todo.length;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = Date.now();
  const count = await build();
  process.stdout.write(`dist: ${count} files compiled in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}
