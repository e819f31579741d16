import { EXIT } from '../output/exit-code';
import { tell } from '../output/print';
import { type Loaded } from './load-articles';

/** Tells on standard error what was left out and why, and sets the exit code: the rest of the input was done. */
export const reportFaults = ({ faults }: Pick<Loaded, 'faults'>): void => {
  for (const { where, faults: reasons } of faults) tell(`${where}: ${reasons.join('; ')}`);
  if (faults.length > 0) process.exitCode = EXIT.invalidInput;
};
