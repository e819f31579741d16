import { soundObservation } from '@app/contracts';
import { extract } from './extract';

const read = (text: string) =>
  extract({ id: 'a', revision: '1', publisher: 'p', title: '', text, publishedAt: '2025-06-06' })
    .observations;

describe('numbers and days that cannot be meant', () => {
  it.each([
    'The United States raised tariffs on Chinese goods to 99999999999% on Monday.',
    'China will impose a 25% tariff on $99999999 billion of US goods.',
    'The US and China agreed a truce of 99999999 days.',
    'Trump and Xi spoke by phone for 99999999 hours on Friday.',
    'The United States will raise its tariff on Chinese goods to 50% on February 30, 2026.',
    'The United States will raise its tariff on Chinese goods to 50% on June 1, 9999.',
  ])('are not read, and what is read can be taken in: %s', (text) => {
    for (const observation of read(text))
      expect(soundObservation.safeParse(observation).error).toBeUndefined();
    expect(read('The United States raised tariffs on Chinese goods to 55% on Monday.')).toHaveLength(1);
  });
});
