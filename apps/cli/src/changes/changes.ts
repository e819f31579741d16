import { relationChanged, type RelationChanged } from '@app/contracts';
import { z } from 'zod';
import { print, printJson, tell } from '../output/print';
import { addresses } from '../system/addresses';
import { askJson } from '../system/http';
import { changeLine } from './change-line';
import { follow } from './follow';

export interface ChangesOptions {
  readonly follow?: true;
  readonly after?: number;
  readonly limit: number;
  readonly facet?: string;
  readonly json?: true;
}

const page = z.object({ items: z.array(relationChanged) });

const show = (change: RelationChanged, { json, facet }: ChangesOptions): void => {
  if (facet !== undefined && change.facet !== facet && !change.facet.startsWith(`${facet}/`)) return;
  if (json === true) printJson(change);
  else print(changeLine(change));
};

const showPage = async (options: ChangesOptions): Promise<void> => {
  const url = new URL('/v1/relations/us-cn/changes', addresses().QUERY_URL);
  url.searchParams.set('limit', String(options.limit));
  if (options.after === undefined) url.searchParams.set('order', 'desc');
  else url.searchParams.set('after', String(options.after));
  if (options.facet !== undefined) url.searchParams.set('facet', options.facet);
  const { items } = page.parse(await askJson(url));
  for (const item of options.after === undefined ? items.reverse() : items) show(item, options);
};

const showAsTheyCome = async (options: ChangesOptions): Promise<void> => {
  for await (const followed of follow(options.after)) {
    if (followed.kind === 'reset')
      tell('The log does not reach that far: it was started over. What is recorded from now on is shown.');
    else show(relationChanged.parse(followed.change), options);
  }
};

/** Prints the latest changes, oldest first, or follows them as they are recorded. */
export const changesCommand = (options: ChangesOptions): Promise<void> =>
  options.follow === true ? showAsTheyCome(options) : showPage(options);
