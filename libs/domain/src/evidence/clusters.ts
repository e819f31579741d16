import { compareText } from '../shared/equal';
import { inserted } from '../shared/sorted';
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

/** Texts that are one text now. */
interface Group {
  readonly name: number;
  members: Member[];
  /** Who stands for it: kept rather than looked for, since thousands may tell one story and each reading asks for it. */
  first: Source;
}

interface Member {
  readonly wording: Wording;
  sources: readonly Source[];
  group: Group;
}

const largestFirst = (a: Group, b: Group): number => b.members.length - a.members.length;

const sourcesOf = (members: readonly Member[]): readonly Source[] =>
  members.flatMap(({ sources }) => sources);

const firstOf = (members: readonly Member[], otherwise: Source): Source => {
  const sources = sourcesOf(members);
  return sources.reduce((first, one) => (isBefore(one, first) ? one : first), sources[0] ?? otherwise);
};

export const createClusters = ({ wordingOf }: Pick<NearDuplicates, 'wordingOf'>): Clusters => {
  const byWording = new Map<Wording, Member>();
  let names = 0;
  let revision = 0;

  const newGroup = (first: Source): Group => {
    names += 1;
    return { name: names, members: [], first };
  };

  const enter = (group: Group, members: readonly Member[]): void => {
    for (const member of members) {
      member.group = group;
      group.members = inserted(group.members, group.members.length, member);
    }
  };

  const standForAnew = (group: Group): void => {
    group.first = firstOf(group.members, group.first);
    revision += 1;
  };

  const standFor = (group: Group, source: Source): void => {
    if (!isBefore(source, group.first)) return;
    group.first = source;
    revision += 1;
  };

  const memberOf = (source: Source): Member | undefined => {
    const wording = wordingOf(source);
    return wording === undefined ? undefined : byWording.get(wording);
  };

  /** All that can be reached by steps of nearly the same. */
  const reach = (start: Member): ReadonlySet<Member> => {
    const found = new Set([start]);
    for (const { wording } of found) {
      for (const next of wording.neighbours) {
        const member = byWording.get(next);
        if (member !== undefined) found.add(member);
      }
    }
    return found;
  };

  const join = (wording: Wording, source: Source): readonly Source[] => {
    const near = new Set(wording.neighbours.flatMap((other) => byWording.get(other)?.group ?? []));
    const [first, ...rest] = [...near].sort(largestFirst);
    const group = first ?? newGroup(source);
    const merged = rest.length === 0 ? [] : sourcesOf([group, ...rest].flatMap(({ members }) => members));
    const member: Member = { wording, sources: [source], group };
    byWording.set(wording, member);
    for (const { members } of rest) enter(group, members);
    enter(group, [member]);
    if (rest.length > 0) standForAnew(group);
    return merged;
  };

  const leave = (gone: Member): readonly Source[] => {
    const { group } = gone;
    byWording.delete(gone.wording);
    const left = group.members.filter((one) => one !== gone);
    const [start] = left;
    group.members = left;
    if (start === undefined) return [];
    if (reach(start).size === left.length) {
      standForAnew(group);
      return [];
    }
    const open = new Set(left);
    for (const one of open) {
      const part = [...reach(one)];
      const own = newGroup(group.first);
      enter(own, part);
      standForAnew(own);
      for (const other of part) open.delete(other);
    }
    return sourcesOf(left);
  };

  return {
    add: (source) => {
      const wording = wordingOf(source);
      if (wording === undefined) return [];
      const there = byWording.get(wording);
      if (there?.sources.includes(source) === false) there.sources = [...there.sources, source];
      const merged = there === undefined ? join(wording, source) : [];
      const group = byWording.get(wording)?.group;
      if (group !== undefined) standFor(group, source);
      return merged;
    },
    remove: (source) => {
      const there = memberOf(source);
      if (there?.sources.includes(source) !== true) return [];
      there.sources = there.sources.filter((one) => one !== source);
      if (there.sources.length === 0) return leave(there);
      if (there.group.first === source) standForAnew(there.group);
      return [];
    },
    has: (wording) => byWording.has(wording),
    // Nobody's, where it has no wording that was added.
    clusterOf: (source) => memberOf(source)?.group.name ?? Number.NaN,
    representative: (source) => {
      const first = memberOf(source)?.group.first;
      return first === undefined || isBefore(source, first) ? source : first;
    },
    revision: () => revision,
  };
};
