import { type Doc, type Sentence, type Span } from '../../doc';
import { dates, has, type Party } from '../helpers';
import { type Fields } from '../rule';
import { type Coverage } from './coverage';
import { type Told } from './reading';

/** What was told last of one side's duties. */
interface Last {
  readonly coverage: Coverage | null;
  readonly rate: number | null;
  /** By how much the rate was told to move. */
  readonly step: number | null;
  /** The last duty was announced only. */
  readonly announced: boolean;
}

/** What later sentences may refer back to. */
export interface Memory {
  readonly sides: readonly Party[];
  readonly last: Readonly<Record<Party, Last>>;
  /** The last duty was one of third parties. */
  readonly foreign: boolean;
  /** Sentence of the last rate. */
  readonly sentence: number;
  /** The sentence before. */
  readonly said: Span | null;
  /** Last day on which duties were told to begin. */
  readonly day: { readonly date: string | null; readonly sentence: number };
}

const nothing: Last = { coverage: null, rate: null, step: null, announced: false };

export const nothingYet: Memory = {
  sides: [],
  last: { US: nothing, CN: nothing },
  foreign: false,
  sentence: -9,
  said: null,
  day: { date: null, sentence: -9 },
};

const starts =
  / (?:took effect|takes? effect|into (?:effect|force)|began|begins?|start(?:s|ing|ed)?|applies|holds from|planned for|due on|from) /;

const after = (last: Last, fields: Fields['tariff']): Last => {
  const { scope, product, tradeUsdBn, rate, rateFrom } = fields;
  return {
    coverage: { scope, product, tradeUsdBn },
    rate: rate ?? last.rate,
    step: rate !== null && rateFrom !== null ? Math.abs(rate - rateFrom) : last.step,
    announced: fields.status === 'announced',
  };
};

/** What a rate leaves to be referred back to. */
export const remember = (memory: Memory, found: readonly Told[], sentence: number): Memory => {
  let { US, CN } = memory.last;
  for (const { fields } of found) {
    if (fields.imposer === 'US') US = after(US, fields);
    else CN = after(CN, fields);
  }
  return {
    sides: [...new Set(found.map((t) => t.fields.imposer))],
    last: { US, CN },
    foreign: false,
    sentence,
    said: memory.said,
    day: memory.day,
  };
};

/** The last duty is one of others. */
export const rememberForeign = (memory: Memory): Memory => ({
  sides: [],
  last: memory.last,
  foreign: true,
  sentence: memory.sentence,
  said: memory.said,
  day: memory.day,
});

/** A day on which duties are told to begin, for the rates of the next sentence. */
export const rememberSentence = (memory: Memory, doc: Doc, sentence: Sentence): Memory => {
  const day = dates(doc, sentence).find((d) => d.kind === 'day' && d.role !== 'until');
  return {
    sides: memory.sides,
    last: memory.last,
    foreign: memory.foreign,
    sentence: memory.sentence,
    said: sentence,
    day:
      day !== undefined && has(doc, sentence, starts) ? { date: day.date, sentence: sentence.i } : memory.day,
  };
};
