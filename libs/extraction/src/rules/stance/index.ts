import { type Rule } from '../rule';

export const stanceRules: readonly Rule<'stance'>[] = [];
