import { type MeasureObservation } from '@app/contracts';
import { type Hit } from '../rule';
import { clauseKey, statusTable } from '../status';
import { type Act, governing } from './acts';
import table from './status.json';

const byTable = statusTable(table.rows, [
  'in_effect',
  'announced',
  'threatened',
  'suspended',
  'eased',
  'lifted',
  'pledged',
]);

/** Status of a measure by what is done to it and how the clause tells it; null where the clause denies it. */
export const measureStatus = (hit: Hit, act: Act): MeasureObservation['status'] | null => {
  const clause = governing(hit.doc, hit.clause);
  return byTable({ class: act, ...clauseKey(clause), when: 'none' }, hit.note);
};
