import { type Rule } from '../rule';

export const disputeRules: readonly Rule<'dispute'>[] = [];
