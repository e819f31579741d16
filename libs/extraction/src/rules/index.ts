import { disputeRules } from './dispute';
import { measureRules } from './measure';
import { meetingRules } from './meeting';
import { type AnyRule } from './rule';
import { stanceRules } from './stance';
import { tariffRules } from './tariff';
import { truceRules } from './truce';

/** Every rule of the engine. */
export const rules: readonly AnyRule[] = [
  ...tariffRules,
  ...truceRules,
  ...meetingRules,
  ...measureRules,
  ...disputeRules,
  ...stanceRules,
];
