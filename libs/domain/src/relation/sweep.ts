import { type Source } from '../evidence/assertion';
import { createClusters } from '../evidence/clusters';
import { compareText } from '../shared/equal';
import { type Instant } from '../shared/primitives';
import { moveTo, settle } from './open-rows';
import { sourcesNear } from './near-sources';
import {
  isKnown,
  isSpeaking,
  knownToOf,
  versionOf,
  type FacetFile,
  type Held,
  type Relation,
} from './relation-data';
import { type Sweep } from './sweep.types';

// Going through the ledger of one facet in the order of publication: what was believed at every moment is the same
// whatever came first here. It goes on from where it was, unless something came to be known of a time before that.

const createSweep = (relation: Relation, { ref }: FacetFile): Sweep => {
  const clusters = createClusters(relation.nearDuplicates);
  const belief = ref.believe({ policy: relation.policy, clusterOf: clusters.clusterOf });
  return { belief, clusters, moment: '', open: [], closed: [], closedNow: [] };
};

/** Texts of other facets may join two of this one: those that lead from a new text to known ones are put in with it. */
const addSource = (relation: Relation, { clusters, moment }: Sweep, source: Source): readonly Source[] => {
  const own = relation.nearDuplicates.wordingOf(source);
  const moved: Source[] = [];
  const waiting = new Set(own === undefined || clusters.has(own) ? [] : own.neighbours);
  for (const wording of waiting) {
    if (clusters.has(wording)) continue;
    const speaking = wording.sources.find((one) => isSpeaking(relation, one, moment));
    if (speaking === undefined) continue;
    moved.push(...clusters.add(speaking));
    for (const next of wording.neighbours) waiting.add(next);
  }
  return [...moved, ...clusters.add(source)];
};

/** A statement enters or leaves the public record, or only a text does that leads from one of this facet to another. */
interface Step {
  readonly moment: Instant;
  readonly source: Source;
  readonly held: Held | null;
  readonly enters: boolean;
}

const stepsOf = (held: Held): readonly Step[] => {
  const { source } = held.assertion;
  const from = source.publishedAt;
  const to = knownToOf(held);
  const leaves = to === null ? [] : [{ moment: to < from ? from : to, source, held, enters: false }];
  return to !== null && to <= from ? leaves : [{ moment: from, source, held, enters: true }, ...leaves];
};

/** Texts of other facets that lead to texts of this one: their coming may join two of these, their going part them. */
const foreignSteps = (relation: Relation, { ledger }: FacetFile): readonly Step[] => {
  const own = new Set(ledger.map(({ assertion }) => assertion.source));
  return sourcesNear(relation, own)
    .filter((source) => !own.has(source))
    .flatMap((source) => (versionOf(relation, source)?.held ?? []).flatMap(stepsOf))
    .map((step) => ({ ...step, held: null }));
};

const byMoment = (a: Step, b: Step): number => compareText(a.moment, b.moment);

const take = (relation: Relation, file: FacetFile, sweep: Sweep, { source, held, enters }: Step): void => {
  if (enters) {
    const moved = addSource(relation, sweep, source);
    if (held !== null) sweep.belief.add(held.assertion);
    regroup(file, sweep, moved);
    return;
  }
  if (held !== null) sweep.belief.remove(held.assertion);
  if (!isSpeaking(relation, source, sweep.moment)) regroup(file, sweep, sweep.clusters.remove(source));
};

const regroup = (file: FacetFile, sweep: Sweep, moved: readonly Source[]): void => {
  if (moved.length === 0) return;
  const sources = new Set(moved);
  const held = file.ledger.filter((one) => sources.has(one.assertion.source) && isKnown(one, sweep.moment));
  sweep.belief.regroup(held.map(({ assertion }) => assertion));
};

const run = (relation: Relation, file: FacetFile, sweep: Sweep, steps: readonly Step[]): void => {
  for (const [i, step] of steps.entries()) {
    moveTo(sweep, step.moment);
    take(relation, file, sweep, step);
    if (steps[i + 1]?.moment !== step.moment) settle(sweep);
  }
};

/** The sweep of a facet, brought to all that is recorded. */
export const sweepOf = (relation: Relation, file: FacetFile): Sweep => {
  const { sweep: old, pending } = file;
  const since = pending.since ?? '';
  if (old !== null && pending.since === null) return old;
  if (old !== null && since >= old.moment) {
    run(
      relation,
      file,
      old,
      [...pending.held]
        .flatMap(stepsOf)
        .filter(({ moment }) => moment >= since)
        .sort(byMoment),
    );
  } else {
    file.sweep = createSweep(relation, file);
    run(
      relation,
      file,
      file.sweep,
      [...file.ledger.flatMap(stepsOf), ...foreignSteps(relation, file)].sort(byMoment),
    );
  }
  file.pending = { held: new Set(), since: null };
  return file.sweep ?? createSweep(relation, file);
};
