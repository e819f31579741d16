import { COLLECTIONS } from './collections';
import { type Policy } from './policy.types';
import { PUBLISHERS } from './publishers';

export const DEFAULT_POLICY: Policy = {
  version: '2026-11-2',
  sources: {
    publishers: PUBLISHERS,
    endings: [
      { endsWith: '.gov', tier: 'official' },
      { endsWith: '.gov.cn', tier: 'official' },
      { endsWith: '.mil', tier: 'official' },
    ],
    otherwise: 'unknown',
    weight: { operator: 100, official: 4, agency: 3, media: 2, unknown: 1 },
    trust: { operator: 1, official: 0.98, agency: 0.95, media: 0.9, unknown: 0.7 },
  },
  evidence: { nearDuplicate: 0.5, corroborated: 2, deciding: 3, leastConfidence: 0.4 },
  conflict: { overturnShare: 0.5, togetherDays: 30 },
  tariffs: { acrossTheBoardFrom: '2025-01-01', sameRate: 0.25, collections: COLLECTIONS },
  truces: {
    besides: ['board', 'boards', 'tiktok', 'working', 'phase two', 'mechanism'],
  },
  meetings: {
    sameWithinDays: { leader_call: 1, leader_meeting: 2, trade_talks: 4 },
    graceDays: 0,
    undatedPlanDays: { proposed: 120, invited: 400, agreed: 270, scheduled: 270, postponed: 270 },
    recent: 3,
  },
  staleness: { threatDays: 120, stanceDays: 45, disputeDays: 180 },
};
