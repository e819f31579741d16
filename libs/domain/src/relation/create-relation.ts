import { createArchive, type Archive } from '../evidence/archive';
import { createClusters } from '../evidence/clusters';
import { createNearDuplicates } from '../evidence/near-duplicates';
import { DEFAULT_POLICY } from '../policy/default-policy';
import { type Policy } from '../policy/policy.types';
import { type Relation } from './relation-data';

/** A relation of which nothing is recorded yet. `archive` keeps the words that are shown as evidence, and nothing else's. */
export const createRelation = (
  policy: Policy = DEFAULT_POLICY,
  archive: Archive = createArchive(),
): Relation => {
  const nearDuplicates = createNearDuplicates(policy.evidence.nearDuplicate);
  return {
    policy,
    archive,
    articles: new Map(),
    facets: new Map(),
    statements: new Map(),
    voids: new Map(),
    corrections: new Set(),
    nearDuplicates,
    clusters: createClusters(nearDuplicates),
    tension: null,
    day: '',
    latest: '',
  };
};
