import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CorrectionCheckModule } from '../../../tracker/src/correction-check.module';
import { print, printJson } from '../output/print';
import { CommandFailure, EXIT } from '../output/exit-code';
import { addresses } from '../system/addresses';
import { post } from '../system/http';

export interface CorrectOptions {
  readonly void?: string;
  readonly assert?: string;
  readonly words?: string;
  readonly reason: string;
  readonly by: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const statement = async (source: string): Promise<unknown> => {
  try {
    return JSON.parse(/^\s*[[{]/.test(source) ? source : await readFile(source, 'utf8'));
  } catch (error) {
    throw new CommandFailure(`--assert: ${String(error)}`, EXIT.usage, { cause: error });
  }
};

const requestOf = async (options: CorrectOptions): Promise<object> => {
  const { reason, by } = options;
  if (options.void !== undefined && options.assert === undefined) return { void: options.void, reason, by };
  if (options.assert !== undefined && options.void === undefined && options.words !== undefined) {
    return { assert: await statement(options.assert), words: options.words, reason, by };
  }
  throw new CommandFailure('Give --void ID, or --assert JSON with --words TEXT', EXIT.usage);
};

/** What the tracker would say no to, said before anything is sent. */
const check = (request: object): void => {
  try {
    CorrectionCheckModule.check(request, new Date().toISOString());
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.map(({ path, message }) => `  ${path.join('.') || 'request'}: ${message}`);
    throw new CommandFailure(`This is no correction:\n${faults.join('\n')}`, EXIT.usage, { cause: error });
  }
};

/** Records an operator's word: an event like any other, with who and why. */
export const correctCommand = async (options: CorrectOptions): Promise<void> => {
  const request = await requestOf(options);
  check(request);
  if (options.dryRun === true) {
    printJson({ wouldSend: request });
    return;
  }
  const answer = await post(new URL('/v1/relations/us-cn/corrections', addresses().TRACKER_URL), request);
  if (options.json === true) printJson(answer);
  else print('Recorded. `detente changes` shows what it changed.');
};
