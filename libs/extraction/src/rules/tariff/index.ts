import { type Rule } from '../rule';
import { amountWithoutRate } from './amount-without-rate';
import { bareRate } from './bare-rate';
import { goodsWithoutRate } from './goods-without-rate';
import { listedRate } from './listed-rate';
import { movedRate } from './moved-rate';
import { namedRate } from './named-rate';
import { pointsOfRate } from './points-of-rate';

export const tariffRules: readonly Rule<'tariff'>[] = [
  movedRate,
  namedRate,
  listedRate,
  bareRate,
  pointsOfRate,
  amountWithoutRate,
  goodsWithoutRate,
];
