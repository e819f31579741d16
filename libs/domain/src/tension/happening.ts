import { distance } from '../shared/calendar';
import { type Day, type PartialDate } from '../shared/primitives';
import weights from './weights.json';

/** A thing that happened, on the day it happened: how far it eases (+) or tightens (-) before confidence and decay. */
export interface Happening {
  readonly facet: string;
  readonly day: Day;
  readonly what: string;
  readonly kind: 'act' | 'threat';
  readonly easing: number;
  readonly confidence: number;
  readonly because: readonly string[];
}

export type Bare = Pick<Happening, 'what' | 'kind' | 'easing'>;

export const act = (what: string, easing: number): Bare => ({ what, kind: 'act', easing });
export const threat = (what: string, easing: number): Bare => ({ what, kind: 'threat', easing });

/** Did what is seen on a day begin about then? */
export const hasBegun = (since: PartialDate | null, day: Day): boolean =>
  since !== null && distance(since, day) <= weights.latelyDays;
