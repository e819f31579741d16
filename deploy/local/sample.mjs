// The sample history, through the front door: what is known already is answered as a duplicate and goes no further.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA, ROOT } from './paths.mjs';
import { saysDiskFull, sleep } from './processes.mjs';
import { dim, green, Hint, say, warn } from './ui.mjs';

const FOLDER = path.join(ROOT, 'deploy/sample/history');
/** Without an article coming through for so long, something is wrong that waiting does not cure. */
const STALLED_MS = 30_000;

const needDisk = () => {
  const logs = ['postgres', 'kafka', 'tracker', 'query'].map((name) =>
    path.join(DATA, 'logs', `${name}.log`),
  );
  if (saysDiskFull(logs))
    throw new Hint('The disk is full: free some space and start again; nothing is loaded twice.');
};

/** In order of publication, so that the change log reads as it would have been written. */
const articles = () =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')))
    .sort((a, b) =>
      a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
    );

const keyHeader = () => (process.env.API_KEY ? { 'x-api-key': process.env.API_KEY } : {});

const progress = (total) => {
  const width = 30;
  return (done, last = false) => {
    if (!process.stdout.isTTY && !last) return;
    const filled = Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    process.stdout.write(
      `${process.stdout.isTTY ? '\r' : ''}  sample history ${bar} ${done}/${total}${last ? '\n' : ''}`,
    );
  };
};

const send = async (url, history) => {
  const response = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...keyHeader() },
    body: history.map((article) => `${JSON.stringify(article)}\n`).join(''),
    signal: AbortSignal.timeout(60_000),
  }).catch((error) => {
    needDisk();
    throw new Hint(
      `Intake does not take the sample (${error.cause?.code ?? error.message}): see ${path.join(DATA, 'logs/intake.log')}`,
    );
  });
  if (response.status === 401)
    throw new Hint('API_KEYS is set: give a write key as API_KEY=…, or start with --no-sample.');
  if (!response.ok)
    throw new Hint(`Intake refused the sample (${response.status}): ${await response.text()}`);
  const outcomes = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const invalid = outcomes.filter(({ status }) => status === 'invalid');
  if (invalid.length > 0)
    warn(`  ${invalid.length} sample articles were refused: ${JSON.stringify(invalid[0].errors)}`);
  return outcomes.filter(({ status }) => status === 'accepted').map(({ id }) => id);
};

const isRecorded = async (url, id) => {
  const response = await fetch(`${url}/v1/articles/${id}`, {
    headers: keyHeader(),
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok === true;
};

/** Sends the history, and waits until query shows each article of it that was not there yet. */
export const loadSample = async ({ urls, signal }) => {
  const began = Date.now();
  const history = articles();
  const pending = await send(urls.intake, history);
  if (pending.length === 0)
    return say(`${green('✓')} sample history: all ${history.length} articles are there already`);
  const show = progress(pending.length);
  let done = 0;
  let movedAt = Date.now();
  while (done < pending.length) {
    signal.throwIfAborted();
    if (await isRecorded(urls.query, pending[done])) {
      done += 1;
      movedAt = Date.now();
      show(done);
      continue;
    }
    if (Date.now() - movedAt > STALLED_MS) {
      needDisk();
      warn(`\n  Only ${done} of ${pending.length} articles came through; see the logs and the dead letters.`);
      return;
    }
    await sleep(100);
  }
  show(done, true);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(
    `${green('✓')} sample history: ${pending.length} articles, ${history[0].publishedAt} to ${history.at(-1).publishedAt} ${dim(`${seconds} s`)}`,
  );
};
