import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Random } from './random';

const FOLDER = path.resolve(__dirname, '../../deploy/sample/history');
const sample = z.object({
  id: z.string(),
  publisher: z.string(),
  publishedAt: z.string(),
  title: z.string(),
  text: z.string(),
});
export type Submission = z.infer<typeof sample>;

/** What intake answered 202 to: it must be in the log exactly once, whatever happens. */
export interface Accepted {
  readonly articleId: string;
  readonly name: string;
}

const answer = z.object({ id: z.string() });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The sample history, as it is sent. */
export const sampleArticles = (): readonly Submission[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => sample.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))));

/** Articles of this round: sample reports under other names, some of them twice, some with a later wording. */
export const articlesOf = (round: number, random: Random, samples: readonly Submission[]): Submission[] => {
  const drawn = random.sample(samples, random.between(8, 20)).map((article) => ({
    ...article,
    id: `r${String(round)}-${article.id}`,
    publisher: `${article.publisher} ${String(random.between(1, 5))}`,
  }));
  const again = drawn.filter(() => random.chance(0.25));
  const reworded = drawn
    .filter(() => random.chance(0.15))
    .map((article) => ({
      ...article,
      text: `${article.text}\n\nThe report was updated in round ${String(round)}.`,
    }));
  return [...drawn, ...again, ...reworded];
};

const post = async (url: string, article: Submission): Promise<Accepted | null> => {
  try {
    const response = await fetch(`${url}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(article),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status >= 500) return null;
    if (!response.ok)
      throw new Error(`intake refused ${article.id}: ${String(response.status)} ${await response.text()}`);
    return { articleId: answer.parse(await response.json()).id, name: article.id };
  } catch (error) {
    // No connection, or one that broke: the sender does not know whether it was taken, and sends it again.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return null;
    throw error;
  }
};

/** Sends one article until it is accepted; `giveUp` ends it (then nothing is promised of it). */
const sendUntilTaken = async (
  url: string,
  article: Submission,
  giveUp: AbortSignal,
): Promise<Accepted | null> => {
  while (!giveUp.aborted) {
    const accepted = await post(url, article);
    if (accepted !== null) return accepted;
    await pause(150);
  }
  return null;
};

/** Sends all of them, three at a time, at the pace of a newsroom having a bad day; answers those that were accepted. */
export const send = async (
  url: string,
  articles: readonly Submission[],
  random: Random,
  giveUp: AbortSignal,
): Promise<Accepted[]> => {
  const queue = [...articles];
  const accepted: Accepted[] = [];
  const sender = async (pace: Random): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const taken = await sendUntilTaken(url, next, giveUp);
      if (taken !== null) accepted.push(taken);
      await pause(pace.between(0, 250));
    }
  };
  await Promise.all(['a', 'b', 'c'].map((name) => sender(random.fork(name))));
  return accepted;
};
