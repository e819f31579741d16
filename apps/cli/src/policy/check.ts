import { DEFAULT_POLICY } from '@app/domain';
import { plainTable } from '../output/plain-table';
import { print, printJson } from '../output/print';
import { loadPolicy } from '../relation/policy-file';
import { differences } from './differences';

/** Reads a policy file as the tracker would, and says where it differs from the default. */
export const checkCommand = async (file: string, { json }: { readonly json?: true }): Promise<void> => {
  const policy = await loadPolicy(file);
  if (json === true) {
    printJson(policy);
    return;
  }
  print(`${file} is a policy, version ${policy.version}. This build's default is ${DEFAULT_POLICY.version}.`);
  print(plainTable(['field', 'default', 'here'], differences(DEFAULT_POLICY, policy)));
};
