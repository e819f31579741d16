import { readFile } from 'node:fs/promises';
import { type Policy } from '@app/domain';
import { z } from 'zod';
import { PolicyCheckModule } from '../../../tracker/src/policy-check.module';
import { CommandFailure, EXIT } from '../output/exit-code';

export const readPolicyFile = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(`${file} cannot be read`, EXIT.usage, { cause: error });
  });

/** The policy that a file tells, made whole as the tracker would. Throws a CommandFailure that names every field that is wrong. */
export const loadPolicy = async (file: string): Promise<Policy> => {
  const text = await readPolicyFile(file);
  try {
    return PolicyCheckModule.read(text);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.map(({ path, message }) => `  ${path.join('.') || 'policy'}: ${message}`);
    throw new CommandFailure(`${file} is no policy:\n${faults.join('\n')}`, EXIT.usage, { cause: error });
  }
};
