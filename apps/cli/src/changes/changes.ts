import { setTimeout as sleep } from 'node:timers/promises';
import { relationChanged } from '@app/contracts';
import { z } from 'zod';
import { CommandFailure, EXIT } from '../output/exit-code';
import { print, printJson, tell } from '../output/print';
import { addresses } from '../system/addresses';
import { ask, askJson } from '../system/http';
import { changeLine } from './change-line';
import { readEvents } from './event-stream';

export interface ChangesOptions {
  readonly follow?: true;
  readonly after?: string;
  readonly limit: string;
  readonly facet?: string;
  readonly json?: true;
}

const RECONNECT_MS = 2000;
const page = z.object({ items: z.array(relationChanged) });

const show = (json: unknown, { json: asJson, facet }: ChangesOptions): void => {
  const change = relationChanged.parse(json);
  if (facet !== undefined && change.facet !== facet && !change.facet.startsWith(`${facet}/`)) return;
  if (asJson === true) printJson(json);
  else print(changeLine(change));
};

const showPage = async (options: ChangesOptions): Promise<void> => {
  const url = new URL('/v1/relations/us-cn/changes', addresses().QUERY_URL);
  url.searchParams.set('limit', options.limit);
  if (options.after === undefined) url.searchParams.set('order', 'desc');
  else url.searchParams.set('after', options.after);
  if (options.facet !== undefined) url.searchParams.set('facet', options.facet);
  const { items } = page.parse(await askJson(url));
  for (const item of options.after === undefined ? items.reverse() : items) show(item, options);
};

/** Follows the stream; when it breaks, comes back and asks for what it missed. */
const follow = async (options: ChangesOptions): Promise<void> => {
  let last = options.after;
  for (let connected = false; ;) {
    try {
      const url = new URL('/v1/relations/us-cn/changes/stream', addresses().QUERY_URL);
      const headers = last === undefined ? undefined : { 'last-event-id': last };
      const response = await ask(url, headers && { headers });
      connected = true;
      for await (const event of readEvents(response)) {
        if (event.id !== '') last = event.id;
        if (event.event === 'change') show(JSON.parse(event.data), options);
      }
    } catch (error) {
      if (!connected || (error instanceof CommandFailure && error.exitCode !== EXIT.unreachable)) throw error;
      tell('The stream broke off; coming back …');
    }
    await sleep(RECONNECT_MS);
  }
};

/** Prints the latest changes, oldest first, or follows them as they are recorded. */
export const changesCommand = async (options: ChangesOptions): Promise<void> => {
  if (options.follow === true) await follow(options);
  else await showPage(options);
};
