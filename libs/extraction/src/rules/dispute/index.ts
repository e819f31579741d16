import { type Rule } from '../rule';
import { contradiction } from './contradiction';
import { denial } from './denial';

export const disputeRules: readonly Rule<'dispute'>[] = [denial, contradiction];
