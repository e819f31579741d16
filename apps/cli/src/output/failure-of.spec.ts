import { InvalidConfiguration } from '@app/platform';
import { EXIT } from './exit-code';
import { failureOf } from './failure-of';

describe('what no command foresaw', () => {
  it.each([
    ['a wrong setting', new InvalidConfiguration(['DATABASE_URL: invalid']), EXIT.usage],
    [
      'a database that is away',
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      EXIT.unreachable,
    ],
    ['a fault of ours', new TypeError('x is not a function'), EXIT.failed],
  ])('%s has its exit code', (_, error, exitCode) => {
    expect(failureOf(error).exitCode).toBe(exitCode);
  });

  it('shows a stack for a fault of ours only', () => {
    const stack = /at .*failure-of.spec/;
    expect(failureOf(new TypeError('oops')).message).toMatch(stack);
    expect(failureOf(new InvalidConfiguration(['PORT: invalid'])).message).not.toMatch(stack);
  });

  it('names each address that refused', () => {
    const refused = (at: string) =>
      Object.assign(new Error(`connect ECONNREFUSED ${at}`), { code: 'ECONNREFUSED' });
    const both = new AggregateError([refused('::1:5432'), refused('127.0.0.1:5432')], '');
    expect(failureOf(both).message).toContain(
      'connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432',
    );
  });
});
