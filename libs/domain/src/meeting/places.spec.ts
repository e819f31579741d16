import { groundOf, hostFits, placesFit } from './places';

describe('places of meetings', () => {
  it.each([
    ['Geneva', 'Geneva, Switzerland', true],
    ['Busan', 'South Korea', true],
    ['Busan', 'Seoul', false],
    ['White House', 'Washington', true],
    ['Beijing', 'China', true],
    ['Beijing', 'Busan', false],
    ['London', null, true],
  ])('%s and %s could be one: %s', (a, b, expected) => {
    expect(placesFit(a, b)).toBe(expected);
  });

  it('knows whose ground a place is on', () => {
    expect([
      groundOf('Mar-a-Lago, Florida'),
      groundOf('Great Hall of the People, Beijing'),
      groundOf('Busan'),
    ]).toEqual(['US', 'CN', null]);
    expect([hostFits('Busan', 'CN'), hostFits('Beijing', 'CN')]).toEqual([false, true]);
  });
});
