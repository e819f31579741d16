import { decide, directionSignals, type CueWeights, type Signals } from '@app/extraction';
import { type GoldArticle } from '../corpus';

/** A labelled article as the direction sees it; `signals` is null where the gate let nothing through. */
export interface Sample {
  readonly id: string;
  readonly gold: GoldArticle['gold']['direction'];
  readonly signals: Signals | null;
}

export const sampleOf = (article: GoldArticle): Sample => {
  const { id, title, text, publishedAt, publisher, gold } = article;
  return {
    id,
    gold: gold.direction,
    signals: directionSignals({ id, revision: '1', title, text, publishedAt, publisher }),
  };
};

/** Does the engine say of it, with these weights, what the label says? */
export const isRight = ({ gold, signals }: Sample, weights: CueWeights): boolean =>
  (signals === null ? 'neutral' : decide(signals, weights)) === gold;
