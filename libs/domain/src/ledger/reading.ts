import { confidenceOf, idsOf, standingOf, weightOf, type Weighing } from '../evidence/backing';
import { type Conflict, type Reading, type Standing } from '../values';
import { type ConflictParts, type ReadingParts } from './facet-logic';

/** Most readings have none, and there are many of them. */
const NONE: readonly Conflict[] = [];

const toConflict = (weighing: Weighing, { says, backing }: ConflictParts): Conflict => ({
  says,
  standing: standingOf(weighing, backing),
  because: idsOf(backing),
});

const standing = (weighing: Weighing, parts: ReadingParts): Standing => {
  if (parts.standing !== undefined) return parts.standing;
  const weight = weightOf(weighing, parts.backing) * weighing.policy.conflict.overturnShare;
  const contested = parts.conflicts.some(({ backing }) => weightOf(weighing, backing) >= weight);
  return contested ? 'conflicting' : standingOf(weighing, parts.backing);
};

/** The reading that is told: standing and confidence by the policy, evidence by id. */
export const toReading = (facet: string, parts: ReadingParts | null, weighing: Weighing): Reading | null =>
  parts === null
    ? null
    : {
        facet,
        value: parts.value,
        status: parts.status,
        standing: standing(weighing, parts),
        confidence: confidenceOf(weighing, parts.backing),
        because: idsOf(parts.backing),
        conflicts:
          parts.conflicts.length === 0 ? NONE : parts.conflicts.map((one) => toConflict(weighing, one)),
        policy: weighing.policy.version,
      };
