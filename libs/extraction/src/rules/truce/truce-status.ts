import { statusTable } from '../status';
import table from './status.json';

/** Status of a pact by class: `reach`, `seek`, `extend`, `strain`, `endanger`, `break`, `expire`, `start`, `keep`. */
export const truceStatus = statusTable(table.rows, [
  'proposed',
  'agreed',
  'in_force',
  'extended',
  'strained',
  'collapsed',
  'expired',
]);
export type TruceStatus = NonNullable<ReturnType<typeof truceStatus>>;
