import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { loadArticles, type LoadedArticle } from '../articles/load-articles';
import { reportFaults } from '../articles/report-faults';
import { CommandFailure, EXIT } from '../output/exit-code';
import { print, printJson, tell } from '../output/print';
import { progress } from '../output/progress';
import { addresses } from '../system/addresses';
import { ask } from '../system/http';

export interface IngestOptions {
  readonly dryRun?: true;
  readonly wait?: true;
  readonly json?: true;
}

/** Articles a request: each is answered as a whole, so that the bar moves. */
const GROUP = 25;
const WAIT_MS = 120_000;
const POLL_MS = 100;

const outcome = z.object({
  line: z.int(),
  status: z.enum(['accepted', 'duplicate', 'invalid']),
  id: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
type Outcome = z.infer<typeof outcome>;

const groups = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / GROUP) }, (_, at) =>
    items.slice(at * GROUP, (at + 1) * GROUP),
  );

const byPublication = (a: LoadedArticle, b: LoadedArticle): number =>
  a.article.publishedAt.localeCompare(b.article.publishedAt) || a.where.localeCompare(b.where);

const send = async (articles: readonly LoadedArticle[]): Promise<Outcome[]> => {
  const response = await ask(new URL('/v1/articles', addresses().INTAKE_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: articles.map(({ raw }) => JSON.stringify(raw)).join('\n'),
  });
  const lines = (await response.text()).trim().split('\n');
  if (lines.length !== articles.length) {
    throw new CommandFailure(
      'The answer broke off: send the same again, nothing is counted twice',
      EXIT.unreachable,
    );
  }
  return lines.map((line) => outcome.parse(JSON.parse(line)));
};

/** Until each of them is recorded and can be read. */
const waitFor = async (ids: readonly string[]): Promise<void> => {
  const bar = progress('Recording', ids.length);
  const deadline = Date.now() + WAIT_MS;
  try {
    for (const id of ids) {
      while (!(await isRecorded(id))) {
        if (Date.now() > deadline)
          throw new CommandFailure(`${id} is not recorded after ${WAIT_MS / 1000} s`);
        await sleep(POLL_MS);
      }
      bar.done(1);
    }
  } finally {
    bar.stop();
  }
};

const isRecorded = async (id: string): Promise<boolean> => {
  try {
    await ask(new URL(`/v1/articles/${id}`, addresses().QUERY_URL));
    return true;
  } catch (error) {
    if (error instanceof CommandFailure && error.exitCode === EXIT.failed) return false;
    throw error;
  }
};

const sendAll = async (articles: readonly LoadedArticle[]): Promise<Outcome[]> => {
  const bar = progress('Sending', articles.length);
  const outcomes: Outcome[] = [];
  try {
    for (const group of groups(articles)) {
      outcomes.push(...(await send(group)));
      bar.done(group.length);
    }
  } finally {
    bar.stop();
  }
  return outcomes;
};

/** Hands articles to a running system, in the order of their publication. */
export const ingestCommand = async (paths: readonly string[], options: IngestOptions): Promise<void> => {
  const loaded = await loadArticles(paths, new Date().toISOString());
  const articles = [...loaded.articles].sort(byPublication);
  reportFaults(loaded);
  const outcomes = options.dryRun === true ? [] : await sendAll(articles);
  const count = (status: Outcome['status']): number => outcomes.filter((one) => one.status === status).length;
  outcomes.forEach(({ errors = [] }, at) => {
    if (errors.length > 0)
      tell(`${articles[at]?.where ?? ''}: ${errors.map((e) => `${e.path} ${e.message}`).join('; ')}`);
  });
  if (count('invalid') > 0) process.exitCode = EXIT.invalidInput;
  if (options.wait === true) {
    await waitFor(
      outcomes.flatMap(({ status, id }) => (status === 'accepted' && id !== undefined ? [id] : [])),
    );
  }
  const result = {
    articles: articles.length,
    accepted: count('accepted'),
    duplicate: count('duplicate'),
    invalid: loaded.faults.length + count('invalid'),
    repeatsInInput: loaded.repeats,
  };
  if (options.json === true) printJson(result);
  else if (options.dryRun === true)
    print(`${result.articles} articles would be sent, ${result.invalid} are none.`);
  else
    print(`${result.accepted} accepted, ${result.duplicate} known already, ${result.invalid} no articles.`);
};
