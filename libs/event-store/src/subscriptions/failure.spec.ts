import { LeaseLost, NewerSchema } from '../errors';
import { classify } from './failure';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

describe('a failure', () => {
  it.each([
    ['a lost connection', withCode('08006')],
    ['a deadlock', withCode('40P01')],
    ['a lock that was not free in time', withCode('55P03')],
    ['a full disk', withCode('53100')],
    ['a server that shuts down', withCode('57P01')],
    ['a refused connection', withCode('ECONNREFUSED')],
    ['what kafkajs calls retriable', Object.assign(new Error('x'), { retriable: true })],
    ['the cause of another error', new Error('could not publish', { cause: withCode('ECONNRESET') })],
    ['a connection that pg saw end', new Error('Connection terminated unexpectedly')],
    ['an event of a newer release', new NewerSchema('A', 2, 1)],
  ])('may pass: %s', (_, error) => {
    expect(classify(error)).toBe('transient');
  });

  it.each([
    ['a bug', new TypeError('x is undefined')],
    ['a constraint', withCode('23505')],
    ['a missing table', withCode('42P01')],
    ['what is no error', 'text'],
    ['nothing', null],
  ])('stays: %s', (_, error) => {
    expect(classify(error)).toBe('defect');
  });

  it('of the lease is its own class', () => {
    expect(classify(new LeaseLost('a', 1, 2))).toBe('lease-lost');
  });
});
