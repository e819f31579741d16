import { type Observation } from '../shared/observation';
import { type Day } from '../shared/primitives';
import { agreedSteps } from '../tariff/agreed-steps';
import { unsigned } from '../truce/unsigned';

/** The statements of an article of that day, each as the others of the same article let it be understood. */
export const toldTogether = (observations: readonly Observation[], day: Day): readonly Observation[] =>
  unsigned(agreedSteps(observations, day), day);
