import { statusTable } from '../status';
import table from './status.json';

/** Status of a tariff: classes `impose`, `suspend`, `end`, `threat`, `announce`. */
export const tariffStatus = statusTable(table.rows, [
  'in_effect',
  'announced',
  'threatened',
  'suspended',
  'past',
]);
