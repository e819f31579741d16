import { loadEnv } from '@app/platform';
import { z } from 'zod';
import { RepublishModule } from '../../../tracker/src/republish.module';
import { CommandFailure, EXIT } from '../output/exit-code';
import { print, printJson } from '../output/print';
import { progress } from '../output/progress';
import { withLog } from '../system/open-log';
import { withTransport } from '../system/open-transport';

export interface RepublishOptions {
  readonly from: number;
  readonly to: number;
  readonly dryRun?: true;
  readonly json?: true;
}

const publicEnv = z.object({ PUBLIC_URL: z.url().default('http://127.0.0.1:8080') });

/** Publishes the changes of a range of the log once more: same ids, a header that marks them. */
export const republishCommand = (options: RepublishOptions): Promise<void> =>
  withLog(async ({ store }) => {
    const range = { from: options.from, to: options.to };
    if (range.from > range.to) throw new CommandFailure('--from lies behind --to', EXIT.usage);
    const { PUBLIC_URL } = loadEnv(publicEnv);
    let count = 0;
    const bar = progress('Publishing', options.dryRun === true ? 0 : range.to - range.from + 1);
    const send = async (
      publish: (events: Parameters<typeof RepublishModule.republish>[1]) => Promise<void>,
    ): Promise<void> => {
      for await (const events of RepublishModule.changesBetween(store, range)) {
        await publish(events);
        count += events.length;
        bar.done(events.length);
      }
    };
    if (options.dryRun === true) await send(() => Promise.resolve());
    else
      await withTransport((transport) =>
        send((events) => RepublishModule.republish(transport, events, PUBLIC_URL)),
      );
    bar.stop();
    if (options.json === true) printJson({ ...range, changes: count, published: options.dryRun !== true });
    else
      print(`${count} changes ${options.dryRun === true ? 'would be published again' : 'published again'}.`);
  });
