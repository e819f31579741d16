import { EventStoreError } from '../errors';

/**
 * `transient`: it may be over soon: wait, change nothing. `defect`: this event fails here however often it is tried.
 * `lease-lost`: somebody else goes on.
 */
export type FailureClass = 'transient' | 'defect' | 'lease-lost';

// Connection, resources, operator intervention, locks and serialisation: PostgreSQL's appendix A.
const TRANSIENT_SQLSTATE = /^(08|53|57|40|55|25P0)/;
const TRANSIENT_CODES: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // A newer release wrote it: wait for that release, neither skip nor park.
  'newer-schema',
];
// What pg says, without a code, when a connection ends under a query or none is to be had.
const TRANSIENT_TEXT =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout|cannot use a pool/i;

const property = (error: object, name: string): unknown => Reflect.get(error, name);

const isTransient = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const code = property(error, 'code');
  if (typeof code === 'string' && (TRANSIENT_SQLSTATE.test(code) || TRANSIENT_CODES.includes(code)))
    return true;
  // kafkajs says so itself; an author of a handler may, too.
  if (property(error, 'retriable') === true || property(error, 'transient') === true) return true;
  const message = property(error, 'message');
  return (
    (typeof message === 'string' && TRANSIENT_TEXT.test(message)) || isTransient(property(error, 'cause'))
  );
};

export const classify = (error: unknown): FailureClass => {
  if (error instanceof EventStoreError && error.code === 'lease-lost') return 'lease-lost';
  return isTransient(error) ? 'transient' : 'defect';
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
