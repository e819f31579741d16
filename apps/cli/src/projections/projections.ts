import { type Comparison, type EventLog, type Projection } from '@app/event-store';
import { ProjectionsModule } from '../../../query/src/projections.module';
import { CommandFailure, EXIT } from '../output/exit-code';
import { plainTable } from '../output/plain-table';
import { print, printJson, tell } from '../output/print';
import { progress } from '../output/progress';
import { withLog } from '../system/open-log';

export interface RebuildOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly by: string;
  readonly note: string;
}

/** By their names, or all. */
const chosen = (log: EventLog, names: readonly string[]): readonly Projection[] => {
  const all = ProjectionsModule.all(log.store);
  const unknown = names.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ');
    throw new CommandFailure(`There is no projection ${unknown.join(', ')}; there are ${known}`, EXIT.usage);
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
};

/** A rebuild goes as far as the live version, and one that is paused stands where it stumbled. */
const refusePaused = async (log: EventLog, { name }: Projection): Promise<void> => {
  const live = await log.checkpoints.find(name);
  if (!live?.paused) return;
  throw new CommandFailure(
    `${name} is paused at position ${live.position}: ${live.paused.message}\nMend the cause, then: detente projections resume ${name}`,
  );
};

const rebuildOne = async (log: EventLog, projection: Projection): Promise<Comparison> => {
  await refusePaused(log, projection);
  const { position } = await log.store.head();
  const bar = progress(projection.name, position);
  let shown = 0;
  try {
    await log.projections.rebuild(projection, {
      onProgress: (now) => {
        bar.done(now.position - shown);
        shown = now.position;
      },
    });
  } finally {
    bar.stop();
  }
  return log.projections.compare(projection);
};

/** Builds each projection anew beside the live one, compares the two, and (but for a dry run) switches. */
export const rebuildCommand = (names: readonly string[], options: RebuildOptions): Promise<void> =>
  withLog(async (log) => {
    for (const projection of chosen(log, names)) {
      const comparison = await rebuildOne(log, projection);
      const by = { byWhom: options.by, note: options.note };
      if (options.dryRun === true) await log.projections.drop(projection, comparison.built, by);
      else await log.projections.switch(projection, by);
      if (options.json === true) {
        printJson({ projection: projection.name, switched: options.dryRun !== true, ...comparison });
        continue;
      }
      print(`${projection.name}: version ${comparison.built} built up to position ${comparison.position}`);
      for (const table of comparison.tables) print(`  ${JSON.stringify(table)}`);
      print(
        options.dryRun === true ? '  not switched (dry run)' : `  switched from version ${comparison.live}`,
      );
    }
  });

/** Lets a subscription go on that stopped at an event it could not handle, or that an operator stopped. */
export const resumeCommand = (name: string, { by, note }: { by: string; note: string }): Promise<void> =>
  withLog(async (log) => {
    const was = await log.checkpoints.find(name);
    if (!(await log.resume(name, { byWhom: by, note }))) {
      const known = [...new Set((await log.checkpoints.list()).map(({ subscription }) => subscription))];
      throw new CommandFailure(`There is no subscription ${name}; there are ${known.join(', ')}`, EXIT.usage);
    }
    const wasPaused = was !== null && was.paused !== null;
    print(wasPaused ? `${name} goes on behind position ${was.position}.` : `${name} was not paused.`);
  });

/** Makes the version before live again. */
export const rollbackCommand = (name: string, { by, note }: { by: string; note: string }): Promise<void> =>
  withLog(async (log) => {
    for (const projection of chosen(log, [name])) {
      const { from, to } = await log.projections.rollback(projection, { byWhom: by, note });
      print(`${name}: back from version ${from} to ${to}`);
    }
  });

/** Versions of each projection, and how far they are. */
export const listCommand = ({ json }: { readonly json?: true }): Promise<void> =>
  withLog(async (log) => {
    const { position: head } = await log.store.head();
    const checkpoints = await log.checkpoints.list();
    if (json === true) {
      printJson({ head, checkpoints });
      return;
    }
    tell(`The log's head is ${head}.`);
    print(
      plainTable(
        ['subscription', 'version', 'status', 'position', 'behind', 'kept by'],
        checkpoints.map((one) => [
          one.subscription,
          String(one.version),
          one.paused === null ? one.status : `paused: ${one.paused.message}`,
          String(one.position),
          String(head - one.position),
          one.isOwned ? (one.owner ?? '') : 'nobody',
        ]),
      ),
    );
  });
