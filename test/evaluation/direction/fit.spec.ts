import { type Signals } from '@app/extraction';
import { fitWeights } from './fit';
import { isRight, type Sample } from './samples';

const none = { up: 0, down: 0 };
const signals = (words: Partial<Signals['words']>, news: Signals['news'] = []): Signals => ({
  ruling: null,
  news,
  words: { head: none, lead: none, body: none, ...words },
});

const samples: readonly Sample[] = [
  { id: 'a', gold: 'escalation', signals: signals({ head: { up: 1, down: 0 } }) },
  { id: 'b', gold: 'de-escalation', signals: signals({ lead: { up: 0, down: 3 } }) },
  { id: 'c', gold: 'neutral', signals: signals({ body: { up: 3, down: 0 } }) },
  { id: 'd', gold: 'neutral', signals: null },
  {
    id: 'e',
    gold: 'mixed',
    signals: signals({}, [
      { weight: 3, still: false },
      { weight: -3, still: false },
    ]),
  },
];

describe('fitting the weights of the direction', () => {
  it('finds weights that read separable samples rightly', () => {
    const weights = fitWeights(samples);
    expect(samples.filter((sample) => !isRight(sample, weights)).map(({ id }) => id)).toEqual([]);
  });

  it('gives the same weights for the same samples', () => {
    expect(fitWeights(samples)).toEqual(fitWeights(samples));
  });
});
