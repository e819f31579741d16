/**
 * The one place that tells an outage from a bad message.
 * - `outage`: nothing is wrong with the message (database or broker away, deadlock): hold it, wait, try again for ever.
 * - `invalid`: the message can never be read: dead letter at once.
 * - `defect`: handling it throws, for a reason that we do not know: a few attempts, then dead letter.
 */
export type Failure = 'outage' | 'invalid' | 'defect';

/** Throw (or let `parse` throw) when a message cannot be read; `reason` is kept with the dead letter. */
export class InvalidMessage extends Error {
  readonly code = 'INVALID_MESSAGE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InvalidMessage';
  }
}

const OUTAGE_CODES = new Set([
  'TRANSPORT_UNAVAILABLE',
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  // PostgreSQL: serialisation, deadlock, lock and statement timeouts, read-only after a fail-over, shutting down.
  ...['40001', '40P01', '55P03', '57014', '25006', '25P03', '57P01', '57P02', '57P03', '57P05'],
]);
/** PostgreSQL classes: connection, resources (disk full, too many connections), system. */
const OUTAGE_CLASS = /^(08|53|58)[0-9A-Z]{3}$/;
/** node-postgres gives these no code. */
const OUTAGE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isOutage = (error: Record<string, unknown>): boolean => {
  const code = typeof error['code'] === 'string' ? error['code'] : '';
  if (OUTAGE_CODES.has(code) || OUTAGE_CLASS.test(code)) return true;
  if (error['retriable'] === true || error['transient'] === true) return true;
  // A host with several addresses that all refuse: Node hands over the list.
  if (Array.isArray(error['errors']) && error['errors'].some((one) => isObject(one) && isOutage(one)))
    return true;
  return typeof error['message'] === 'string' && OUTAGE_WORDS.test(error['message']);
};

/** Classify what a handler threw, looking through `cause`. */
export const classify = (error: unknown): Failure => {
  let current = error;
  for (let depth = 0; isObject(current) && depth < 10; depth += 1) {
    if (isOutage(current)) return 'outage';
    if (current['code'] === 'INVALID_MESSAGE' || current['name'] === 'ZodError') return 'invalid';
    current = current['cause'] ?? current['driverError'];
  }
  return 'defect';
};
