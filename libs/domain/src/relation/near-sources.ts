import { type Source } from '../evidence/assertion';
import { type Relation } from './relation-data';

export const hasNeighbours = ({ nearDuplicates }: Relation, source: Source): boolean =>
  (nearDuplicates.wordingOf(source)?.neighbours.length ?? 0) > 0;

/** All sources whose texts lead, step by step, to the text of one of these. */
export const sourcesNear = ({ nearDuplicates }: Relation, sources: Iterable<Source>): readonly Source[] => {
  const found = new Set([...sources].flatMap((source) => nearDuplicates.wordingOf(source) ?? []));
  for (const wording of found) for (const next of wording.neighbours) found.add(next);
  return [...found].flatMap((wording) => wording.sources);
};
