import { type Rule } from '../rule';

export const measureRules: readonly Rule<'measure'>[] = [];
