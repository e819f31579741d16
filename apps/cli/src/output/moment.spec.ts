import { moment } from './moment';

describe('a moment of the command line', () => {
  it.each([
    ['2025-06-20', '2025-06-20'],
    ['2025-06-20T12:00:00Z', '2025-06-20T12:00:00.000Z'],
    ['2025-06-20T01:00:00+02:00', '2025-06-19T23:00:00.000Z'],
  ])('%s is %s', (given, expected) => {
    expect(moment(given)).toBe(expected);
  });

  it.each(['2025-02-30', '2025-13-01', 'yesterday', '20250620', '2025-06-20T12:00:00'])(
    'refuses %s',
    (given) => {
      expect(() => moment(given)).toThrow(/expected a day/);
    },
  );
});
