import { print, printJson } from '../output/print';
import { addresses } from '../system/addresses';
import { askJson, post } from '../system/http';
import { z } from 'zod';

export interface RetractOptions {
  readonly reason: string;
  readonly by: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const article = z.looseObject({ id: z.string(), revisions: z.array(z.looseObject({ title: z.string() })) });

/** Takes an article back, named by its id or by its sender's name for it. */
export const retractCommand = async (name: string, options: RetractOptions): Promise<void> => {
  const { reason, by } = options;
  const found = article.parse(
    await askJson(new URL(`/v1/articles/${encodeURIComponent(name)}`, addresses().QUERY_URL)),
  );
  const title = found.revisions.at(-1)?.title ?? '';
  if (options.dryRun === true) {
    if (options.json === true) printJson({ wouldRetract: found.id, title, reason, by });
    else print(`Would take back “${title}” (${found.id}).`);
    return;
  }
  const answer = await post(new URL(`/v1/articles/${found.id}/retraction`, addresses().TRACKER_URL), {
    reason,
    by,
  });
  if (options.json === true) printJson(answer);
  else print(`Took back “${title}”. \`detente changes\` shows what it changed.`);
};
