import { type GoldArticle } from '../corpus';
import { findAll, rewrite } from './edits';

/** A permutation of names: each stands for another of the same kind and side, so that what is told stays as true. */
type Swap = readonly (readonly [from: string, to: string])[];

const both = (pairs: Swap): Swap => pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);

/** Full names, then bare surnames. He Lifeng and Liu He are left out: their surnames are also words. */
const PERSONS: readonly Swap[] = [
  both([
    ['Donald J. Trump', 'Joseph R. Biden'],
    ['Donald Trump', 'Joe Biden'],
    ['Trump', 'Biden'],
  ]),
  [
    ['Steven T. Mnuchin', 'Scott Bessent'],
    ['Steven Mnuchin', 'Scott Bessent'],
    ['Scott Bessent', 'Janet Yellen'],
    ['Janet Yellen', 'Steven Mnuchin'],
    ['Mnuchin', 'Bessent'],
    ['Bessent', 'Yellen'],
    ['Yellen', 'Mnuchin'],
  ],
  [
    ['Robert Lighthizer', 'Jamieson Greer'],
    ['Jamieson Greer', 'Katherine Tai'],
    ['Katherine Tai', 'Robert Lighthizer'],
    ['Lighthizer', 'Greer'],
    ['Greer', 'Tai'],
  ],
  both([
    ['Lin Jian', 'Mao Ning'],
    ['Guo Jiakun', 'Geng Shuang'],
  ]),
  both([
    ['Marco Rubio', 'Antony Blinken'],
    ['Rubio', 'Blinken'],
  ]),
];

/** Cities where the two sides met, for cities where they did not; with them the countries that the texts name beside. */
const PLACES: Swap = [
  ['Geneva', 'Oslo'],
  ['Switzerland', 'Norway'],
  ['Swiss', 'Norwegian'],
  ['London', 'Rome'],
  ['Stockholm', 'Helsinki'],
  ['Sweden', 'Finland'],
  ['Swedish', 'Finnish'],
  ['Madrid', 'Lisbon'],
  ['Spain', 'Portugal'],
  ['Spanish', 'Portuguese'],
  ['Busan', 'Daejeon'],
  ['Osaka', 'Sapporo'],
  ['Buenos Aires', 'Montevideo'],
  ['Argentina', 'Uruguay'],
  ['Kuala Lumpur', 'Manila'],
  ['Paris', 'Athens'],
  ['Lima', 'Quito'],
  ['Woodside', 'Sonoma'],
  ['San Francisco', 'Seattle'],
];

const AGENCIES: Swap = [
  ['Reuters', 'Agence France-Presse'],
  ['Bloomberg', 'Reuters'],
  ['Associated Press', 'Bloomberg'],
  ['Xinhua', 'China Daily'],
  ['CCTV', 'Xinhua'],
  ['New York Times', 'Washington Post'],
  ['Wall Street Journal', 'New York Times'],
  ['Fox News', 'CNBC'],
];

const escape = (name: string): string => name.replace(/[.]/g, '[.]');

/** Changes each name once: what a swap put in is not swapped again. */
const swapped = (article: GoldArticle, swap: Swap): GoldArticle => {
  const to = new Map(swap);
  const longestFirst = [...to.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${longestFirst.map(escape).join('|')})\\b`, 'g');
  return rewrite(
    article,
    findAll(pattern, ([name]) => to.get(name) ?? null),
  );
};

export const otherPersons = (article: GoldArticle): GoldArticle => swapped(article, PERSONS.flat());
export const otherPlaces = (article: GoldArticle): GoldArticle => swapped(article, PLACES);
export const otherSources = (article: GoldArticle): GoldArticle => ({
  ...swapped(article, AGENCIES),
  publisher: 'another-paper.example',
});
