import { statusTable } from '../status';
import table from './status.json';

/** Status of a tariff: classes `impose`, `announce`, `begin`, `keep`, `suspend`, `end`, `threat`. */
export const tariffStatus = statusTable(table.rows, [
  'in_effect',
  'announced',
  'threatened',
  'suspended',
  'past',
]);
