import { changesBetween, dayOf, state, type Change } from '@app/domain';
import { ENGINE } from '@app/extraction';
import { describeValue } from '../output/describe-value';
import { plainTable } from '../output/plain-table';
import { print, printJson } from '../output/print';
import { progress } from '../output/progress';
import { withLog } from '../system/open-log';
import { loadPolicy } from '../relation/policy-file';
import { replay } from './replay';

export interface CompareOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly policy?: string;
  readonly json?: true;
}

const shown = (value: Change['from']): string => (value === null ? '' : describeValue(value));

/** Where the state by this build's engine differs from the live one, facet by facet. */
export const compareCommand = ({ asOf, knownAt, policy: file, json }: CompareOptions): Promise<void> =>
  withLog(async ({ store }) => {
    const policy = file === undefined ? undefined : await loadPolicy(file);
    const { position } = await store.head();
    const bar = progress('Reading anew', position);
    const replayed = await replay(store, {
      policy,
      onArticle: () => {
        bar.done(1);
      },
    });
    bar.stop();
    const moment = { asOf: asOf ?? dayOf(replayed.live), ...(knownAt === undefined ? {} : { knownAt }) };
    const [live, anew] = [state(replayed.live, moment), state(replayed.anew, moment)];
    const about = { effective: live.asOf, until: null, late: false, corrects: true };
    const changes = changesBetween(live.facets, anew.facets, about);
    const readBy = Object.fromEntries(replayed.readBy);
    if (json === true) {
      const { articles, readOtherwise } = replayed;
      printJson({
        engine: ENGINE,
        policy: anew.policy,
        readBy,
        articles,
        readOtherwise,
        asOf: live.asOf,
        facets: live.facets.length,
        changes,
      });
      return;
    }
    print(
      `${replayed.articles} articles. The log's readings: ${[...replayed.readBy].map(([by, n]) => `${n} by ${by}`).join(', ') || 'none'}.`,
    );
    const own = `${ENGINE.id} ${ENGINE.version}`;
    print(`This build, ${own}, reads ${replayed.readOtherwise} of them otherwise.`);
    if (replayed.readOtherwise > 0 && replayed.readBy.has(own))
      print(
        'Its version is in the log already: where it reads otherwise now, it wants a new one to be adopted.',
      );
    print(`On ${live.asOf}, ${changes.length} facets read otherwise; ${live.facets.length} are told now.`);
    if (changes.length > 0)
      print(
        plainTable(
          ['facet', 'live', 'anew'],
          changes.map(({ facet, from, to }) => [facet, shown(from), shown(to)]),
        ),
      );
  });
