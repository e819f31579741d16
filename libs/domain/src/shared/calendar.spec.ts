import {
  addDays,
  askedInstant,
  distance,
  lastDayOf,
  overlap,
  placeOn,
  publicationInstant,
  sameDate,
} from './calendar';

describe('dates as precise as a text allows', () => {
  it('ends a month and a year on their last days', () => {
    expect([lastDayOf('2024-02'), lastDayOf('2025-02'), lastDayOf('2025'), lastDayOf('2025-06-05')]).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
      '2025-06-05',
    ]);
  });

  it('adds days over the ends of months and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2025-12-31', 1), addDays('2025-03-01', -1)]).toEqual([
      '2024-02-29',
      '2026-01-01',
      '2025-02-28',
    ]);
  });

  it('tells how far two dates are apart at their nearest', () => {
    expect([
      overlap('2025-05', '2025-05-12'),
      distance('2025-05', '2025-06-02'),
      distance('2025-05-01', '2025-05'),
    ]).toEqual([true, 2, 0]);
  });

  it('places what has no full day on the last day that it can have been by the time it was told', () => {
    expect([
      placeOn('2025-02', '2025-02-21'),
      placeOn('2025-02', '2025-06-01'),
      placeOn(null, '2025-06-01'),
      placeOn('2025-05-14', '2025-05-12'),
    ]).toEqual(['2025-02-21', '2025-02-28', '2025-06-01', '2025-05-14']);
  });

  it('takes a month for a day of it or just beside it, and two days for two', () => {
    expect([
      sameDate('2018-12', '2019-01-01'),
      sameDate('2018-12', '2019-03-01'),
      sameDate('2025-04-09', '2025-04-10'),
    ]).toEqual([true, false, false]);
  });

  it('takes a bare day for its first moment when published, for its last when asked', () => {
    expect(publicationInstant('2025-06-05')).toBe('2025-06-05T00:00:00.000Z');
    expect(askedInstant('2025-06-05')).toBe('2025-06-05T23:59:59.999Z');
    expect(askedInstant('2025-06-05T10:00:00+02:00')).toBe('2025-06-05T08:00:00.000Z');
  });
});
