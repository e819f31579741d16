import { randomUUID } from 'node:crypto';
import { type Article } from '@app/contracts';
import { type EventStore } from '@app/event-store';
import { loadEnv } from '@app/platform';
import { z } from 'zod';
import { RereadModule } from '../../../intake/src/reread.module';
import { print, printJson } from '../output/print';
import { progress } from '../output/progress';
import { withLog } from '../system/open-log';
import { withTransport } from '../system/open-transport';
import { logged } from './logged-articles';

export interface AdoptOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

/** Articles a publish: each waits until the broker has it. */
const GROUP = 100;

const publicEnv = z.object({ PUBLIC_URL: z.url().default('http://127.0.0.1:8080') });

const articlesOf = async (store: EventStore): Promise<readonly Article[]> => {
  const articles: Article[] = [];
  for await (const one of logged(store)) if (one.kind === 'article') articles.push(one.article);
  return articles;
};

/** Hands every recorded article to the extractors once more, in the order of the log. */
export const adoptCommand = ({ dryRun, json }: AdoptOptions): Promise<void> =>
  withLog(async ({ store }) => {
    const articles = await articlesOf(store);
    const { PUBLIC_URL } = loadEnv(publicEnv);
    // One for all: whoever gets a change that came of it can tell by ce_correlationid.
    const correlationId = `replay-${randomUUID()}`;
    if (dryRun !== true && articles.length > 0)
      await withTransport(async (transport) => {
        const bar = progress('Handing on', articles.length);
        for (let at = 0; at < articles.length; at += GROUP) {
          const group = articles.slice(at, at + GROUP);
          await RereadModule.publish(transport, group, { correlationId, publicUrl: PUBLIC_URL });
          bar.done(group.length);
        }
        bar.stop();
      });
    const counts = { articles: articles.length, published: dryRun !== true, correlationId };
    if (json === true) printJson(counts);
    else if (dryRun === true) print(`${articles.length} articles would be read anew.`);
    else
      print(`${articles.length} articles are being read anew; what changes by it carries ${correlationId}.`);
  });
