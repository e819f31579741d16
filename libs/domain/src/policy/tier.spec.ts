import { DEFAULT_POLICY } from './default-policy';
import { outletOf, tierOfOutlet } from './tier';

const tier = (publisher: string): string => tierOfOutlet(DEFAULT_POLICY, outletOf(publisher));

describe('the tier of a publisher', () => {
  it.each([
    ['https://www.reuters.com/markets', 'agency'],
    ['Edition.CNN.com', 'media'],
    ['english.mofcom.gov.cn', 'official'],
    ['anything.house.gov', 'official'],
    ['Capital Ledger', 'media'],
    ['blog.example', 'unknown'],
    ['constructor', 'unknown'],
  ])('of %s is %s', (publisher, expected) => {
    expect(tier(publisher)).toBe(expected);
  });
});
