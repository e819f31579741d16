import { fallen, parseFloor, raised } from './floors';

describe('the floor', () => {
  const floor = { dev: { f1: 80, 'f1.truce': 70 } };

  it('names what lies under it', () => {
    expect(fallen(floor, 'dev', { f1: 79.9, 'f1.truce': 70 })).toEqual(['dev f1: 79.9, floor 80']);
    expect(fallen(floor, 'dev', { f1: 80, 'f1.truce': 99 })).toEqual([]);
  });

  it('takes a figure that is gone for fallen', () => {
    expect(fallen(floor, 'dev', { f1: 90 })).toEqual(['dev f1.truce: none, floor 70']);
  });

  it('only rises', () => {
    expect(raised(floor, 'dev', { f1: 85, 'f1.truce': 60, detail: 50 })).toEqual({
      dev: { f1: 85, 'f1.truce': 70, detail: 50 },
    });
  });

  it('leaves other sets as they are', () => {
    expect(raised(floor, 'history', { f1: 1 })).toEqual({ ...floor, history: { f1: 1 } });
  });

  it('refuses a file that is not one', () => {
    expect(() => parseFloor('{"dev": 3}')).toThrow();
  });
});
