import { type Rule } from '../rule';
import { pactTold } from './pact-told';

export const truceRules: readonly Rule<'truce'>[] = [pactTold];
