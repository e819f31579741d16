import { compareText } from '../shared/equal';
import { type Source } from './assertion';
import { type NearDuplicates, type Wording } from './near-duplicates';

/** Texts that are one text: connected components of nearly the same, whatever the order in which they came. */
export interface Clusters {
  /** Gives the sources, beside the new one, that are together with others than before. */
  readonly add: (source: Source) => readonly Source[];
  readonly remove: (source: Source) => readonly Source[];
  readonly has: (wording: Wording) => boolean;
  /** Equal for near-duplicates; a source that was not added is like no other. */
  readonly clusterOf: (source: Source) => number;
  /** The source that stands for the cluster: the first published, then by article. */
  readonly representative: (source: Source) => Source;
  /** Another number whenever a source that was there already may be stood for by another one than before. */
  readonly revision: () => number;
}

const isBefore = (a: Source, b: Source): boolean =>
  (compareText(a.publishedAt, b.publishedAt) ||
    compareText(a.articleId, b.articleId) ||
    compareText(a.key, b.key)) < 0;

const largestFirst =
  (members: ReadonlyMap<number, ReadonlySet<Wording>>) =>
  (a: number, b: number): number =>
    (members.get(b)?.size ?? 0) - (members.get(a)?.size ?? 0);

export const createClusters = ({ wordingOf }: Pick<NearDuplicates, 'wordingOf'>): Clusters => {
  const sources = new Map<Wording, readonly Source[]>();
  const labels = new Map<Wording, number>();
  const members = new Map<number, Set<Wording>>();
  /** Of each label: kept rather than looked for, since thousands may tell one story and each reading asks for it. */
  const firsts = new Map<number, Source>();
  let lastLabel = 0;
  let revision = 0;

  const newLabel = (): number => {
    lastLabel += 1;
    return lastLabel;
  };

  const label = (wordings: Iterable<Wording>, name: number): void => {
    const group = members.get(name) ?? new Set();
    members.set(name, group);
    for (const wording of wordings) {
      labels.set(wording, name);
      group.add(wording);
    }
  };

  const sourcesOf = (wordings: Iterable<Wording>): readonly Source[] =>
    [...wordings].flatMap((wording) => [...(sources.get(wording) ?? [])]);

  const standFor = (name: number, candidates: readonly Source[]): void => {
    for (const source of candidates) {
      const first = firsts.get(name);
      if (first !== undefined && !isBefore(source, first)) continue;
      firsts.set(name, source);
      if (first !== undefined) revision += 1;
    }
  };

  const standForAnew = (name: number): void => {
    firsts.delete(name);
    standFor(name, sourcesOf(members.get(name) ?? []));
    revision += 1;
  };

  /** All that can be reached by steps of nearly the same. */
  const reach = (start: Wording): ReadonlySet<Wording> => {
    const found = new Set([start]);
    for (const wording of found) {
      for (const next of wording.neighbours) if (labels.has(next)) found.add(next);
    }
    return found;
  };

  const join = (wording: Wording): readonly Source[] => {
    const near = new Set(wording.neighbours.flatMap((other) => labels.get(other) ?? []));
    const [first, ...rest] = [...near].sort(largestFirst(members));
    const name = first ?? newLabel();
    const merged =
      rest.length === 0 ? [] : sourcesOf([name, ...rest].flatMap((one) => [...(members.get(one) ?? [])]));
    for (const one of rest) {
      label(members.get(one) ?? [], name);
      members.delete(one);
      firsts.delete(one);
    }
    label([wording], name);
    if (rest.length > 0) standForAnew(name);
    return merged;
  };

  const leave = (wording: Wording): readonly Source[] => {
    const name = labels.get(wording);
    const group = name === undefined ? undefined : members.get(name);
    if (name === undefined || group === undefined) return [];
    labels.delete(wording);
    group.delete(wording);
    const [start] = group;
    if (start !== undefined && reach(start).size === group.size) {
      standForAnew(name);
      return [];
    }
    members.delete(name);
    firsts.delete(name);
    const open = new Set(group);
    for (const one of open) {
      const part = reach(one);
      const own = newLabel();
      label(part, own);
      standForAnew(own);
      for (const other of part) open.delete(other);
    }
    return sourcesOf(group);
  };

  /** Nobody's, where it has no wording that was added. */
  const labelOf = (source: Source): number => labels.get(wordingOf(source) ?? NOWHERE) ?? Number.NaN;

  return {
    add: (source) => {
      const wording = wordingOf(source);
      if (wording === undefined) return [];
      const there = sources.get(wording);
      const merged = there === undefined ? join(wording) : [];
      if (there?.includes(source) !== true) sources.set(wording, [...(there ?? []), source]);
      standFor(labelOf(source), [source]);
      return merged;
    },
    remove: (source) => {
      const wording = wordingOf(source);
      const there = wording === undefined ? undefined : sources.get(wording);
      if (wording === undefined || there?.includes(source) !== true) return [];
      const left = there.filter((one) => one !== source);
      if (left.length === 0) {
        sources.delete(wording);
        return leave(wording);
      }
      sources.set(wording, left);
      const name = labelOf(source);
      if (firsts.get(name) === source) standForAnew(name);
      return [];
    },
    has: (wording) => labels.has(wording),
    clusterOf: labelOf,
    representative: (source) => {
      const first = firsts.get(labelOf(source));
      return first === undefined || isBefore(source, first) ? source : first;
    },
    revision: () => revision,
  };
};

const NOWHERE: Wording = { neighbours: [], sources: [] };
