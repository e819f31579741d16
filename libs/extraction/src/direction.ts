import { type Direction } from '@app/contracts';
import { cuesOf } from './cues';
import table from './direction-weights.json';
import { wordAt, type Doc, type Sentence } from './doc';
import { type Reading } from './rules/rule';

type Weights = Readonly<Record<string, number>>;
const groups: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(table.weights).map(([type, row]) => [
    type,
    new Map(Object.entries<number>(row satisfies Weights)),
  ]),
);

const weightOf = (group: string, status: string): number => groups.get(group)?.get(status) ?? 0;

const lowering = new Set('cut lower reduce halve fall drop ease trim slash roll'.split(' '));
const isLowered = (reading: Reading): boolean => reading.clause.verbs.some((v) => lowering.has(v.lemma));

/** What one reading does to tension; positive raises it. */
const tension = (reading: Reading): number => {
  switch (reading.type) {
    case 'tariff': {
      const { rate, rateFrom, status } = reading.fields;
      const cut = rateFrom === null ? isLowered(reading) : rate !== null && rate < rateFrom;
      return weightOf('tariff', cut ? 'cut' : status);
    }
    case 'measure':
      return weightOf(reading.fields.kind === 'purchase' ? 'purchase' : 'measure', reading.fields.status);
    case 'dispute':
      return weightOf('dispute', '');
    case 'stance':
      return weightOf('stance', reading.fields.tone);
    case 'truce':
    case 'meeting':
      return weightOf(reading.type, reading.fields.status);
  }
};

/** News counts most in the headline and the lead. */
const place = ({ sentence }: Reading): number => {
  const at = sentence.headline ? 0 : Math.max(1, sentence.paragraph);
  return table.places[Math.min(at, table.places.length - 1)] ?? 0;
};

/** A call or a round that is only told to have been held, a deal that runs on, a promise of old: none moves anything by itself. */
const isStill = (reading: Reading): boolean => {
  if (reading.type === 'meeting')
    return reading.fields.kind !== 'leader_meeting' && reading.fields.status === 'held';
  if (reading.type === 'measure')
    return reading.fields.kind === 'purchase' && reading.fields.status === 'pledged';
  return reading.type === 'truce' && reading.fields.status === 'in_force';
};

interface Tension {
  readonly up: number;
  readonly down: number;
}

/** What tells an article's direction, before anything is weighed against anything. */
export interface Signals {
  /** Where a court has ruled the direction is settled. */
  readonly ruling: Direction | null;
  /** The news in the order of the text: what each does to tension, by its place, and whether it moves anything by itself. */
  readonly news: readonly { readonly weight: number; readonly still: boolean }[];
  /** How many words of the headline, of the lead and of the rest raise and lower the tension. */
  readonly words: Readonly<Record<'head' | 'lead' | 'body', Tension>>;
}

/** What the words and the news are worth against each other: see `direction-weights.json`. */
export interface CueWeights {
  readonly head: number;
  readonly lead: number;
  readonly body: number;
  readonly most: number;
  readonly plain: number;
  readonly plainer: number;
  readonly neutralBelow: number;
  readonly mixedShare: number;
}

const wordsOf = (doc: Doc): Signals['words'] => {
  const sum = { head: { up: 0, down: 0 }, lead: { up: 0, down: 0 }, body: { up: 0, down: 0 } };
  for (const sentence of doc.sentences) {
    if (sentence.boilerplate) continue;
    const at = sum[sentence.headline ? 'head' : sentence.paragraph <= 1 ? 'lead' : 'body'];
    const { up, down } = cuesOf(doc, sentence);
    at.up += up;
    at.down += down;
  }
  return sum;
};

const court = new Set('court courts judge judges ruling'.split(' '));
const undoes = new Set(
  'strikes struck unlawful illegal invalid invalidated overturned voids voided blocks blocked'.split(' '),
);

const has = (doc: Doc, sentence: Sentence, words: ReadonlySet<string>): boolean => {
  for (let i = sentence.from; i < sentence.to; i += 1) if (words.has(wordAt(doc.tokens, i))) return true;
  return false;
};

const isNew = (r: Reading): boolean =>
  (r.type === 'tariff' || r.type === 'measure') && /^(?:announced|threatened)$/.test(r.fields.status);

/** What a court rules is neither side's step, and what it takes away is set against what the government puts in its place. */
const ruled = (doc: Doc, news: readonly Reading[]): Direction | null => {
  const replaced = news.some(isNew);
  const lead = doc.sentences.filter((s) => s.headline || s.paragraph <= 1);
  if (replaced && lead.some((s) => has(doc, s, court) && has(doc, s, undoes))) return 'mixed';
  const head = lead[0];
  return !replaced && head !== undefined && has(doc, head, court) ? 'neutral' : null;
};

/** Everything in an article that tells its direction; background does not count. */
export const signalsOf = (doc: Doc, readings: readonly Reading[]): Signals => {
  const news = readings.filter((reading) => reading.news);
  return {
    ruling: ruled(doc, news),
    news: news.map((reading) => ({ weight: tension(reading) * place(reading), still: isStill(reading) })),
    words: wordsOf(doc),
  };
};

/** What the words say, whatever the rules have found: the headline's most, then the lead's. */
const spoken = ({ words }: Signals, { head, lead, body, most }: CueWeights): Tension => {
  const weigh = (sign: 'up' | 'down'): number =>
    head * Math.min(words.head[sign], most) +
    lead * Math.min(words.lead[sign], most) +
    body * Math.min(words.body[sign], most);
  return { up: weigh('up'), down: weigh('down') };
};

/** What the news that the rules have found says. */
const observed = ({ news }: Signals): Tension => {
  let up = 0;
  let down = 0;
  for (const { weight } of news) {
    if (weight > 0) up += weight;
    else down -= weight;
  }
  return { up, down };
};

const signOf = ({ up, down }: Tension): Direction => (up > down ? 'escalation' : 'de-escalation');

/** Weighs the signals. Where no news was found, or none that moves anything, the words decide if they are plain, plainer beside what moves nothing. */
export const decide = (signals: Signals, weights: CueWeights): Direction => {
  if (signals.ruling !== null) return signals.ruling;
  const words = spoken(signals, weights);
  if (signals.news.every(({ still }) => still)) {
    const least = signals.news.length === 0 ? weights.plain : weights.plainer;
    return Math.abs(words.up - words.down) < least ? 'neutral' : signOf(words);
  }
  const { up, down } = observed(signals);
  const sum = { up: up + words.up, down: down + words.down };
  if (sum.up + sum.down < weights.neutralBelow) return 'neutral';
  if (Math.min(sum.up, sum.down) / Math.max(sum.up, sum.down) > 1 - weights.mixedShare) return 'mixed';
  return signOf(sum);
};

/** Which way the article's news moves the tension between the two. */
export const direction = (doc: Doc, readings: readonly Reading[]): Direction =>
  decide(signalsOf(doc, readings), table.cues);
