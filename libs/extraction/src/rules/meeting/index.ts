import { type Rule } from '../rule';
import { leaderCall } from './leader-call';

export const meetingRules: readonly Rule<'meeting'>[] = [leaderCall];
