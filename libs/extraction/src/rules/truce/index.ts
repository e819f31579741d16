import { type Rule } from '../rule';
import { halt } from './halt';
import { pactTold } from './pact-told';
import { violation } from './violation';

export const truceRules: readonly Rule<'truce'>[] = [pactTold, violation, halt];
