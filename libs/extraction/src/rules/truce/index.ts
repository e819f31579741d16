import { type Rule } from '../rule';

export const truceRules: readonly Rule<'truce'>[] = [];
