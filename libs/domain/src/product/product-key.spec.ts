import { type TariffObservation } from '../shared/observation';
import { productKeys } from './product-key';

const keys = (product: string, tradeUsdBn: number | null = null): readonly string[] =>
  productKeys({ product, tradeUsdBn } as TariffObservation).map(({ key }) => key);

describe('the list, sector or product that a statement speaks of', () => {
  it.each([
    ['$200 billion of Chinese goods', ['$200bn']],
    ['about $50bn of goods', ['$50bn']],
    ['List 3', ['$200bn']],
    ['lists 1 to 3, $250 billion of Chinese goods', ['$250bn']],
    ['128 American products worth $3 billion', ['128-products']],
    ['first part of a $75 billion list of US goods', ['$75bn']],
    ['second part of $75 billion of US goods', ['$75bn-second']],
    ['steel and aluminum', ['steel', 'aluminium']],
    ['steel and aluminium products', ['steel-and-aluminium-products']],
    ['cars and car parts', ['cars', 'car-parts']],
    ['us farm goods', ['farm-goods']],
  ])('"%s" is %j', (product, expected) => {
    expect(keys(product)).toEqual(expected);
  });

  it.each([
    ['aircraft parts', ['aircraft-parts']],
    ['parts for aircraft', ['parts-aircraft']],
    ['toy cars', ['toy-cars']],
    ['stainless steel sinks', ['stainless-steel-sinks']],
    ['wood chips', ['wood-chips']],
    ['corn syrup', ['corn-syrup']],
    ['coal-fired power plants', ['coal-fired-power-plants']],
    ['charging stations for electric vehicles', ['charging-stations-electric-vehicles']],
    ['semiconductor manufacturing equipment', ['semiconductor-manufacturing-equipment']],
  ])('is not the sector that only tells of its kind: "%s" is %j', (product, expected) => {
    expect(keys(product)).toEqual(expected);
  });

  it.each([
    ['imported stainless steel', ['steel']],
    ['memory chips made in China', ['semiconductors']],
    ['soybean imports', ['soybeans']],
    ['steel used in cars', ['steel']],
    ['duties on liquefied natural gas', ['lng']],
    ['parts for cars', ['car-parts']],
    ['cars, their parts and trucks', ['cars', 'car-parts', 'trucks']],
    ['metals and batteries', ['ev-batteries']],
    ['steel products, soybeans and toy cars', ['steel', 'soybeans']],
  ])('is the head of each noun phrase: "%s" is %j', (product, expected) => {
    expect(keys(product)).toEqual(expected);
  });

  it('takes the amount from where it is told apart', () => {
    expect(keys('goods of all kinds', 34)).toEqual(['$34bn']);
  });
});
