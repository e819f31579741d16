import { statusTable } from '../status';
import table from './status.json';

/** Status of a meeting: classes `meet`, `agree`, `cancel`, `postpone`. */
export const meetingStatus = statusTable(table.rows, [
  'proposed',
  'invited',
  'agreed',
  'scheduled',
  'held',
  'postponed',
  'cancelled',
  'denied',
]);
