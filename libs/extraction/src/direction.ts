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
export const tension = (reading: Reading): number => {
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

/** What the words say, whatever the rules have found: the headline's most, then the lead's. */
const spoken = (doc: Doc): Tension => {
  const sum = { head: { up: 0, down: 0 }, lead: { up: 0, down: 0 }, body: { up: 0, down: 0 } };
  for (const sentence of doc.sentences) {
    if (sentence.boilerplate) continue;
    const at = sum[sentence.headline ? 'head' : sentence.paragraph <= 1 ? 'lead' : 'body'];
    const { up, down } = cuesOf(doc, sentence);
    at.up += up;
    at.down += down;
  }
  const { head, lead, body, most } = table.cues;
  const weigh = (sign: 'up' | 'down'): number =>
    head * Math.min(sum.head[sign], most) +
    lead * Math.min(sum.lead[sign], most) +
    body * Math.min(sum.body[sign], most);
  return { up: weigh('up'), down: weigh('down') };
};

/** What the news that the rules have found says. */
const observed = (news: readonly Reading[]): Tension => {
  let up = 0;
  let down = 0;
  for (const reading of news) {
    const weight = tension(reading) * place(reading);
    if (weight > 0) up += weight;
    else down -= weight;
  }
  return { up, down };
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

const signOf = ({ up, down }: Tension): Direction => (up > down ? 'escalation' : 'de-escalation');

/**
 * Which way the article's news moves the tension between the two; background does not count.
 * Where no news was found, or none that moves anything, the words decide if they are plain, plainer beside a contact that was merely held.
 */
export const direction = (doc: Doc, readings: readonly Reading[]): Direction => {
  const news = readings.filter((reading) => reading.news);
  const ruling = ruled(doc, news);
  if (ruling !== null) return ruling;
  const words = spoken(doc);
  if (news.every(isStill)) {
    const least = news.length === 0 ? table.cues.plain : table.cues.plainer;
    return Math.abs(words.up - words.down) < least ? 'neutral' : signOf(words);
  }
  const { up, down } = observed(news);
  const sum = { up: up + words.up, down: down + words.down };
  if (sum.up + sum.down < table.neutralBelow) return 'neutral';
  if (Math.min(sum.up, sum.down) / Math.max(sum.up, sum.down) > 1 - table.mixedShare) return 'mixed';
  return signOf(sum);
};
