import { errorsOf } from './causes';
import { type GoldLine, type Line } from './corpus';
import { type Outcome } from './run';
import { match } from './score';
import { tally } from './tally';

const gold = (fields: Readonly<Record<string, string | number | null>>): GoldLine => ({
  type: 'tariff',
  required: true,
  evidence: 'cut to 30%',
  imposer: 'US',
  rate: 30,
  status: 'in_effect',
  ...fields,
});

const outcome = (labels: readonly GoldLine[], read: readonly Line[], relevant = true): Outcome => {
  const pairs = match(labels, read);
  return {
    article: {
      id: 'one',
      publisher: 'example.com',
      publishedAt: '2025-05-14',
      title: '',
      text: '',
      gold: { relevant, direction: 'neutral', observations: [...labels] },
    },
    extraction: { relevant: read.length > 0, reason: null, direction: 'neutral' },
    observations: [],
    read,
    pairs,
    tallies: tally(labels, read, pairs),
  };
};
const causes = (of: Outcome): readonly string[] => errorsOf(of).map(({ kind, cause }) => `${kind}: ${cause}`);

describe('why an observation was missed or wrong', () => {
  it.each([
    ['wrong status', { status: 'announced' }],
    ['wrong imposer', { imposer: 'CN' }],
    ['wrong rate', { rate: 20 }],
  ])('%s: the one key field that differs, told of both', (cause, fields) => {
    expect(causes(outcome([gold({})], [gold(fields)]))).toEqual([`missed: ${cause}`, `wrong: ${cause}`]);
  });

  it('nothing read at all: not gated in', () => {
    expect(causes(outcome([gold({})], []))).toEqual(['missed: not gated in']);
  });

  it('other things read, not this one: no rule fired', () => {
    const stance = { type: 'stance', actor: 'US', tone: 'hostile', evidence: 'elsewhere' };
    expect(causes(outcome([gold({})], [stance]))).toEqual(['missed: no rule fired', 'wrong: invented']);
  });

  it('the words read as another type', () => {
    const truce = { type: 'truce', status: 'agreed', evidence: 'cut to 30% in Geneva' };
    expect(causes(outcome([gold({})], [truce]))[0]).toBe('missed: read there as another type');
  });

  it('told twice: doubled', () => {
    expect(causes(outcome([gold({})], [gold({}), gold({})]))).toEqual(['wrong: doubled']);
  });

  it('read in an irrelevant article: invented', () => {
    expect(causes(outcome([], [gold({})], false))).toEqual(['wrong: invented, article irrelevant']);
  });

  it('an optional label that was missed is no error', () => {
    expect(causes(outcome([{ ...gold({}), required: false }], []))).toEqual([]);
  });
});
