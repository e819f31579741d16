import { type Doc, type Sentence } from '../../doc';
import { dates, words, type Party } from '../helpers';
import { type Coverage } from './coverage';
import { type Story } from './story';
import { type Told } from './reading';
import { within } from './zones';

/** What later sentences may refer back to. */
export interface Memory {
  readonly story: Story;
  readonly sides: readonly Party[];
  readonly coverage: ReadonlyMap<Party, Coverage>;
  readonly rates: ReadonlyMap<Party, number>;
  /** Sides whose last duty was announced only. */
  readonly announced: ReadonlySet<Party>;
  /** By how much each side's rate was last told to move. */
  readonly steps: ReadonlyMap<Party, number>;
  /** The last duty was one of third parties. */
  readonly foreign: boolean;
  /** Sentence of the last rate. */
  readonly sentence: number;
  /** Words of the sentence before. */
  readonly said: string;
  /** Last day on which duties were told to begin. */
  readonly day: { readonly date: string | null; readonly sentence: number };
}

export const nothingYet = (story: Story): Memory => ({
  story,
  sides: [],
  foreign: false,
  steps: new Map(),
  coverage: new Map(),
  rates: new Map(),
  announced: new Set(),
  sentence: -9,
  said: '',
  day: { date: null, sentence: -9 },
});

const starts =
  / (?:took effect|takes? effect|into (?:effect|force)|began|begins?|start(?:s|ing|ed)?|applies|holds from|planned for|due on|from) /;

/** What a rate leaves to be referred back to. */
export const remember = (memory: Memory, found: readonly Told[], sentence: number): Memory => {
  const coverage = new Map(memory.coverage);
  const rates = new Map(memory.rates);
  const steps = new Map(memory.steps);
  const announced = new Set(memory.announced);
  for (const { fields } of found) {
    const { scope, product, tradeUsdBn } = fields;
    coverage.set(fields.imposer, { scope, product, tradeUsdBn });
    if (fields.status === 'announced') announced.add(fields.imposer);
    else announced.delete(fields.imposer);
    if (fields.rate !== null && fields.rateFrom !== null)
      steps.set(fields.imposer, Math.abs(fields.rate - fields.rateFrom));
    if (fields.rate !== null) rates.set(fields.imposer, fields.rate);
  }
  return {
    ...memory,
    foreign: false,
    steps,
    sides: [...new Set(found.map((t) => t.fields.imposer))],
    coverage,
    rates,
    announced,
    sentence,
  };
};

/** A day on which duties are told to begin, for the rates of the next sentence. */
export const rememberSentence = (memory: Memory, doc: Doc, sentence: Sentence): Memory => {
  const text = ` ${words(doc, within(sentence, sentence))} `;
  const day = starts.test(text)
    ? dates(doc, sentence).find((d) => d.kind === 'day' && d.role !== 'until')
    : undefined;
  return {
    ...memory,
    said: text,
    day: day === undefined ? memory.day : { date: day.date, sentence: sentence.i },
  };
};
