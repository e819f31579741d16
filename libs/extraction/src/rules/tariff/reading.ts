import { type Span, type Value } from '../../doc';
import { type Fields } from '../rule';
import { type Zone } from './zones';

/** How a rate is told: what rules are divided by. */
export type Construction = 'points' | 'moved' | 'named' | 'listed' | 'bare' | 'amount' | 'goods';

/** A rate read with all that the text says of it. */
export interface Told {
  readonly rate: Value;
  readonly zone: Zone;
  readonly how: Construction;
  readonly fields: Fields['tariff'];
  readonly evidence: Span;
  /** Told as what has just been done or decided, not as what stands. */
  readonly news: boolean;
  readonly why: string;
  /** The row of the table that gave the status. */
  readonly row: string;
}
