import { compareText } from '../shared/equal';
import { type Source } from './assertion';

/** Texts that are one text: connected components of nearly the same, whatever the order in which they came. */
export interface Clusters {
  /** Gives the sources, beside the new one, that are with others now than they were. */
  readonly add: (source: Source) => readonly Source[];
  readonly remove: (source: Source) => readonly Source[];
  readonly clusterOf: (source: Source) => number;
  /** The source that stands for the cluster: the first published, then by article. */
  readonly representative: (source: Source) => Source;
}

const byPublication = (a: Source, b: Source): number =>
  compareText(a.publishedAt, b.publishedAt) ||
  compareText(a.articleId, b.articleId) ||
  compareText(a.key, b.key);

export const createClusters = (neighboursOf: (source: Source) => readonly Source[]): Clusters => {
  const labels = new Map<Source, number>();
  const members = new Map<number, Set<Source>>();
  let lastLabel = 0;

  const label = (sources: Iterable<Source>, name: number): void => {
    const group = members.get(name) ?? new Set();
    members.set(name, group);
    for (const source of sources) {
      labels.set(source, name);
      group.add(source);
    }
  };

  /** All that can be reached from a source by steps of nearly the same. */
  const reach = (start: Source): ReadonlySet<Source> => {
    const found = new Set([start]);
    for (const source of found) {
      for (const next of neighboursOf(source)) if (labels.has(next)) found.add(next);
    }
    return found;
  };

  return {
    add: (source) => {
      if (labels.has(source)) return [];
      const near = new Set(neighboursOf(source).flatMap((other) => labels.get(other) ?? []));
      const [first, ...rest] = [...near].sort(
        (a, b) => (members.get(b)?.size ?? 0) - (members.get(a)?.size ?? 0),
      );
      label([source], first ?? (lastLabel += 1));
      const moved = rest.flatMap((name) => [...(members.get(name) ?? [])]);
      if (first !== undefined) label(moved, first);
      for (const name of rest) members.delete(name);
      return rest.length === 0
        ? []
        : [...(members.get(first ?? 0) ?? [])].filter((other) => other !== source);
    },
    remove: (source) => {
      const name = labels.get(source);
      if (name === undefined) return [];
      const group = members.get(name) ?? new Set();
      labels.delete(source);
      group.delete(source);
      if (group.size === 0) {
        members.delete(name);
        return [];
      }
      const [start] = group;
      const kept = start === undefined ? group : reach(start);
      if (kept.size === group.size) return [];
      const all = [...group];
      members.delete(name);
      const open = new Set(all);
      for (const one of all) {
        if (!open.has(one)) continue;
        const part = reach(one);
        label(part, (lastLabel += 1));
        for (const other of part) open.delete(other);
      }
      return all;
    },
    // A source that is in no cluster is alone: no two of these are compared as equal.
    clusterOf: (source) => labels.get(source) ?? -1,
    representative: (source) =>
      [...(members.get(labels.get(source) ?? 0) ?? [source])].sort(byPublication)[0] ?? source,
  };
};
