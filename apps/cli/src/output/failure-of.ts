import { classify } from '@app/messaging';
import { InvalidConfiguration } from '@app/platform';
import { CommandFailure, EXIT } from './exit-code';

/** Node hands over a list without words of its own where a host has several addresses. */
const reasonOf = (error: Error): string =>
  error instanceof AggregateError && error.message === ''
    ? error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ')
    : error.message;

/** What to tell of a failure that no command foresaw. A stack only for what is a fault of ours. */
export const failureOf = (error: unknown): CommandFailure => {
  if (error instanceof InvalidConfiguration)
    return new CommandFailure(error.message, EXIT.usage, { cause: error });
  const told = error instanceof Error ? error : new Error(String(error));
  if (classify(error) !== 'outage')
    return new CommandFailure(told.stack ?? told.message, EXIT.failed, { cause: error });
  const message = `The database or the broker does not answer: ${reasonOf(told)}`;
  return new CommandFailure(message, EXIT.unreachable, { cause: error });
};
