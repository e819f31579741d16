import { extract } from '../../extract';

const announcedOn = (text: string): readonly (string | undefined)[] =>
  extract({
    title: 'Tariffs',
    text,
    publishedAt: '2025-10-11T00:00:00.000Z',
    publisher: 'p',
    id: 'a',
    revision: 'r',
  }).observations.flatMap((one) => (one.type === 'tariff' ? [one.announcedOn] : []));

describe('the day on which a step was announced', () => {
  it.each([
    [
      'Trump announced on Friday, 10 October, that the United States will charge 100% on Chinese goods from 1 November.',
      '2025-10-10',
    ],
    [
      'The United States will put a tariff of 10% on all Chinese goods on 24 October, it was announced on Thursday.',
      '2025-10-09',
    ],
    ['On 22 September President Trump threatened a tariff of 60 percent on all Chinese goods.', '2025-09-22'],
  ])('is told in: %s', (text, day) => {
    expect(announcedOn(text)).toContain(day);
  });

  it.each([
    ['The United States will charge 100% on Chinese goods from 1 November.'],
    ['The tariff on Chinese goods will be 15 percent rather than the 10 he announced on 1 October.'],
    ['Trump said on Saturday that he will charge 100% on Chinese goods.'],
    ['On March 2 Trump announced a tariff of 34% on all Chinese goods.'],
  ])('is not told in: %s', (text) => {
    expect(announcedOn(text).filter((day) => day !== undefined)).toEqual([]);
  });
});
