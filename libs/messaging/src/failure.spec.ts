import { z } from 'zod';
import { classify, InvalidMessage } from './failure';
import { TransportUnavailable } from './transport';

const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('classify', () => {
  it.each([
    ['no connection', withCode('ECONNREFUSED')],
    ['serialisation failure', withCode('40001')],
    ['deadlock', withCode('40P01')],
    ['disk full', withCode('53100')],
    ['too many connections', withCode('53300')],
    ['server shutting down', withCode('57P01')],
    ['connection lost, as pg says it without a code', new Error('Connection terminated unexpectedly')],
    ['no answer to a connect', new Error('timeout exceeded when trying to connect')],
    ['the broker is away', new TransportUnavailable('away')],
    ['a retriable error of kafkajs', Object.assign(new Error('x'), { retriable: true })],
    ['an outage as the cause', new Error('append failed', { cause: withCode('57P01') })],
    ['an outage inside TypeORM’s error', Object.assign(new Error('x'), { driverError: withCode('08006') })],
    ['all addresses of a host refused', new AggregateError([withCode('ECONNREFUSED')])],
  ])('waits for an outage: %s', (_name, error) => {
    expect(classify(error)).toBe('outage');
  });

  it.each([
    ['an invalid message', new InvalidMessage('x')],
    ['a fault that zod found', z.string().safeParse(1).error],
    ['an invalid message as the cause', new Error('x', { cause: new InvalidMessage('y') })],
  ])('parks at once: %s', (_name, error) => {
    expect(classify(error)).toBe('invalid');
  });

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a broken constraint', withCode('23505')],
    ['a statement that is wrong', withCode('42601')],
    ['something that is no error', 'text'],
    ['nothing', undefined],
  ])('tries a few times, then parks: %s', (_name, error) => {
    expect(classify(error)).toBe('defect');
  });

  it('does not follow a circle of causes for ever', () => {
    const error = new Error('x');
    error.cause = error;
    expect(classify(error)).toBe('defect');
  });
});
