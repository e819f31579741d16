import { type Source } from '../evidence/assertion';
import { createClusters } from '../evidence/clusters';
import { compareText } from '../shared/equal';
import { type Instant } from '../shared/primitives';
import { firstNot } from '../shared/sorted';
import { closedBefore, moveTo, openBefore, settle } from './open-rows';
import { sourcesNear } from './near-sources';
import {
  earliest,
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
  return { belief, clusters, joins: true, moment: '', open: [], closed: [], closedNow: [] };
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
  const { source } = held;
  const from = source.publishedAt;
  const to = knownToOf(held);
  const leaves = to === null ? [] : [{ moment: to < from ? from : to, source, held, enters: false }];
  return to !== null && to <= from ? leaves : [{ moment: from, source, held, enters: true }, ...leaves];
};

/** Texts of other facets that lead to texts of this one: their coming may join two of these, their going part them. */
const foreignSteps = (relation: Relation, { ledger }: FacetFile): readonly Step[] => {
  const own = new Set<Source>(ledger.map(({ source }) => source));
  return sourcesNear(relation, own)
    .filter((source) => !own.has(source))
    .flatMap((source) => (versionOf(relation, source)?.held ?? []).flatMap(stepsOf))
    .map((step) => ({ ...step, held: null }));
};

const byMoment = (a: Step, b: Step): number => compareText(a.moment, b.moment);

const take = (relation: Relation, file: FacetFile, sweep: Sweep, { source, held, enters }: Step): void => {
  if (enters) {
    const moved = addSource(relation, sweep, source);
    if (held !== null) sweep.belief.add(held);
    regroup(file, sweep, moved);
    return;
  }
  if (held !== null) sweep.belief.remove(held);
  if (!isSpeaking(relation, source, sweep.moment)) regroup(file, sweep, sweep.clusters.remove(source));
};

const regroup = (file: FacetFile, sweep: Sweep, moved: readonly Source[]): void => {
  if (moved.length === 0) return;
  const sources = new Set(moved);
  const held = file.ledger.filter((one) => sources.has(one.source) && isKnown(one, sweep.moment));
  sweep.belief.regroup(held);
};

const run = (relation: Relation, file: FacetFile, sweep: Sweep, steps: readonly Step[]): void => {
  for (const [i, step] of steps.entries()) {
    moveTo(sweep, step.moment);
    take(relation, file, sweep, step);
    if (steps[i + 1]?.moment !== step.moment) settle(sweep);
  }
};

const allSteps = (relation: Relation, file: FacetFile): readonly Step[] =>
  [...file.ledger.flatMap(stepsOf), ...foreignSteps(relation, file)].sort(byMoment);

/** A sweep that has come to just before a moment, with the rows that were believed by then: they stand. */
const takenUpBefore = (
  since: Instant,
  old: Sweep,
  { relation, file, steps }: { relation: Relation; file: FacetFile; steps: readonly Step[] },
): Sweep => {
  const sweep = createSweep(relation, file);
  for (const step of steps) {
    sweep.moment = step.moment;
    take(relation, file, sweep, step);
  }
  sweep.belief.settle();
  sweep.closed.push(...closedBefore(old, since));
  sweep.open.push(...openBefore(old, since));
  return sweep;
};

/** What came to be known of a time that was gone through already: from there on it is gone through anew. */
const goBack = (relation: Relation, file: FacetFile, since: Instant): Sweep => {
  const steps = allSteps(relation, file);
  const first = firstNot(steps, ({ moment }) => moment < since);
  const sweep =
    file.sweep === null || first === 0
      ? createSweep(relation, file)
      : takenUpBefore(since, file.sweep, { relation, file, steps: steps.slice(0, first) });
  run(relation, file, sweep, steps.slice(file.sweep === null ? 0 : first));
  return sweep;
};

const goOn = (relation: Relation, file: FacetFile, sweep: Sweep, since: Instant): Sweep => {
  const steps = [...file.pending.held].flatMap(stepsOf).filter(({ moment }) => moment >= since);
  run(relation, file, sweep, steps.sort(byMoment));
  return sweep;
};

/** The sweep of a facet, brought to all that is recorded. */
export const sweepOf = (relation: Relation, file: FacetFile): Sweep => {
  const { sweep: old, pending } = file;
  if (old !== null && pending.since === null) return old;
  const since = pending.since ?? '';
  const sweep =
    old !== null && since >= old.moment ? goOn(relation, file, old, since) : goBack(relation, file, since);
  file.sweep = sweep;
  file.retold = earliest(file.retold, since);
  file.pending = { held: new Set(), since: null };
  return sweep;
};
