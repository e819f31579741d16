import { type Rule } from '../rule';
import { rateOnGoods } from './rate-on-goods';

export const tariffRules: readonly Rule<'tariff'>[] = [rateOnGoods];
