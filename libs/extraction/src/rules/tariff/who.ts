import { type Mention } from '../../doc';
import { type Party } from '../helpers';

/** Who imposes a rate, and by which words that is known. */
export interface Imposer {
  readonly sides: readonly Party[];
  readonly by: string;
}

/** A country, its capital or its people. */
export const named = (m: Mention): boolean =>
  m.kind === 'country' || m.kind === 'people' || m.kind === 'capital';

export const nobody = (by: string): Imposer => ({ sides: [], by });
export const imposedBySide = (side: Party | null, by: string): Imposer | null =>
  side === null ? null : { sides: [side], by };
