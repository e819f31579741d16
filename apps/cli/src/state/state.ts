import { print, printJson } from '../output/print';
import { addresses } from '../system/addresses';
import { askJson } from '../system/http';
import { stateAnswer, stateTable } from './state-table';

export interface StateOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly recordedAt?: string;
  readonly evidence?: true;
  readonly json?: true;
}

/** Prints the state of the running system. */
export const stateCommand = async (options: StateOptions): Promise<void> => {
  const url = new URL('/v1/relations/us-cn', addresses().QUERY_URL);
  for (const name of ['asOf', 'knownAt', 'recordedAt'] as const) {
    const value = options[name];
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const answer = await askJson(url);
  if (options.json === true) {
    printJson(answer, 2);
    return;
  }
  print(
    stateTable(stateAnswer.parse(answer), {
      width: process.stdout.columns,
      withEvidence: options.evidence === true,
    }),
  );
};
