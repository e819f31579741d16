import { inside, wordAt, type Doc, type Span } from '../../doc';
import { has, perDoc, span, words, type Party } from '../helpers';
import { type Fields } from '../rule';
import { type Act } from './act-words';
import { anchorOf } from './bare';
import { basisOf, groundOfLevel } from './basis';
import { coverageOf, coverageOn, everything, type Coverage } from './coverage';
import { decisionOf } from './decision';
import { authorityOf, type Authority } from './ground';
import { imposerOf } from './imposer';
import { withDayAfter } from './day-told-after';
import { dutiesIn } from './duties';
import { nounAfter, nounBefore, ratesOf } from './is-rate';
import { beforeMultiple } from './multiple';
import { type Construction, type Told } from './reading';
import { isAsMuch, levelOf } from './same-rate';
import { isOnDuties } from './on-duties';
import { settle } from './settle';
import { nothingYet, remember, rememberForeign, rememberSentence, type Memory } from './memory';
import { isHead, lawsOf } from './story';
import { whenOf, type When } from './when';
import { usLaw } from './words';
import { within, zonesOf, type Zone } from './zones';

const constructionOf = (zone: Zone, coverage: Coverage): Construction => {
  if (Number.isNaN(zone.rate.value)) return coverage.tradeUsdBn === null ? 'goods' : 'amount';
  if (zone.rate.kind === 'count') return 'bare';
  if (zone.rate.kind === 'points') return 'points';
  if (zone.rate.before !== null) return 'moved';
  return nounAfter(zone) >= 0 || nounBefore(zone) >= 0 ? 'named' : 'listed';
};

const evidenceOf = (zone: Zone): Span => {
  const noun = nounAfter(zone) >= 0 ? nounAfter(zone) : nounBefore(zone);
  return noun < 0 || Math.abs(noun - zone.told.from) > 15
    ? zone.told
    : span(zone.told, { from: noun, to: noun + 1 });
};

const refersBack = (zone: Zone): boolean =>
  / (?:it|they|the rate|the increase|the duty|the duties|those|these|the others?|the tariffs?|the rise) /.test(
    ` ${words(zone.doc, { from: zone.from, to: zone.told.from })} `,
  );

/** Words of the sentence behind: "It answers the American rise". */
const nextWords = ({ doc, sentence }: Zone): string => {
  const next = doc.sentences[sentence.i + 1];
  if (next?.paragraph !== sentence.paragraph) return '';
  return words(doc, within(next, { from: next.from, to: next.from }));
};

/** "raise it to 25 percent": what "it" was before. */
const isGoingUp = ({ doc, told }: Zone): boolean =>
  / (?:go|goes|going|went|gone|moved?) up to $/.test(
    ` ${words(doc, { from: told.from - 4, to: told.from })} `,
  );

const beforeOf = (zone: Zone, imposer: Party, memory: Memory): number | null => {
  if (zone.rate.before !== null || Number.isNaN(zone.rate.value)) return zone.rate.before;
  const multiple = beforeMultiple(zone.doc, zone.told, zone.rate.value);
  if (multiple !== null) return multiple;
  const { tokens } = zone.doc;
  const to =
    wordAt(tokens, zone.told.from - 1) === 'to' &&
    !/^(?:up|subject|duties|total)$/.test(wordAt(tokens, zone.told.from - (isGoingUp(zone) ? 4 : 2)));
  const old = memory.last[imposer].rate;
  return to && refersBack(zone) && old !== zone.rate.value ? old : null;
};

/** The day of the rate, else the one that the sentences beside it give to all that they tell. */
const dayOf = (when: When, status: string, zone: Zone, memory: Memory): string | null => {
  const own = when.effective !== null || status === 'past';
  if (own || zone.sentence.i - memory.day.sentence > 1) return when.effective;
  const { date } = memory.day;
  if (date === null || zone.doc.published === null) return null;
  return (status === 'announced') === date > zone.doc.published ? date : null;
};

const standing: ReadonlySet<Act> = new Set<Act>(['keep', 'stay']);

/** What stands or stood is background; what is imposed is news at the head of the text, or on a day close to it. */
const isNews = (zone: Zone, status: string, act: Act): boolean => {
  if (status === 'past' || standing.has(act)) return false;
  if (zone.clause.tense === 'past-perfect') return false;
  if (status !== 'in_effect') return true;
  const { stands, effective } = whenOf(zone);
  const recent =
    effective !== null && zone.doc.published?.slice(0, 7) === effective.slice(0, 7) && effective.length > 7;
  return stands === 'today' || recent || (effective === null && isHead(zone.sentence) && act !== 'end');
};

/** "paused the higher tariffs for most countries": of others, where China is not named. */
const isPauseOfOthers = (zone: Zone, act: Act, why: string): boolean =>
  act === 'suspend' &&
  (why === 'all countries' || (Number.isNaN(zone.rate.value) && why === 'a law of the United States')) &&
  !inside(zone.doc.mentions, zone).some((m) => m.side === 'CN');

/** "punitive US tariffs" with neither China nor both sides in the stretch: perhaps on others. */
const isAnybodys = (zone: Zone, why: string): boolean =>
  !isAsMuch(zone) &&
  !has(zone.doc, zone, usLaw) &&
  !inside(zone.doc.mentions, why.startsWith('borne') || zone.sentence.headline ? zone.near : zone).some(
    (m) => m.side === 'CN' || m.side === 'both' || (m.kind === 'goods' && m.side === 'US'),
  ) &&
  !/ (?:those|these) $/.test(` ${words(zone.doc, { from: zone.told.from - 1, to: zone.told.from })} `);

/** What the rate falls on: by its own stretch, else as told before of the same duty; by what there was at the time. */
const coverOf = (zone: Zone, imposer: Party, memory: Memory): Coverage => {
  const kept = refersBack(zone) || zone.place > 0 ? memory.last[imposer].coverage : null;
  return coverageOf(zone, imposer) ?? kept ?? everything;
};

/** Words of the sentence before. */
const wordsBefore = ({ doc }: Zone, { said }: Memory): string =>
  said === null ? '' : ` ${words(doc, said)} `;

const groundOf = (zone: Zone, imposer: Party, coverage: Coverage, memory: Memory): Authority =>
  authorityOf({
    doc: zone.doc,
    imposer,
    coverage,
    ahead: ` ${words(zone.doc, { from: zone.from, to: zone.told.from })} `,
    behind: ` ${words(zone.doc, { from: zone.told.from, to: zone.to })} `,
    around: ` ${wordsBefore(zone, memory)} ${words(zone.doc, zone.near)} ${nextWords(zone)} `,
    laws: lawsOf(zone.doc),
  });

/** "The 15 percent increase" after "from 10 to 25 percent": the step, told before. */
const isStep = (zone: Zone, imposer: Party, memory: Memory): boolean =>
  memory.last[imposer].step === zone.rate.value &&
  /^(?:increase|rise|hike|jump|cut|reduction)$/.test(wordAt(zone.doc.tokens, zone.told.to));

/** Who imposes it, and how that is known. */
interface By {
  readonly imposer: Party;
  readonly why: string;
}

const fieldsOf = (zone: Zone, { imposer, why }: By, memory: Memory): Decided | null => {
  const decision = isStep(zone, imposer, memory) ? null : decisionOf(zone, imposer, memory);
  if (decision === null) return null;
  const { act, row, status, when } = decision;
  const named = coverOf(zone, imposer, memory);
  if (Number.isNaN(zone.rate.value) && named.scope === 'all' && isAnybodys(zone, why)) return null;
  const coverage = coverageOn(zone.doc.published, status, named);
  const near = ` ${words(zone.doc, zone)} `;
  const laws = lawsOf(zone.doc);
  const authority = groundOf(zone, imposer, coverage, memory);
  const rateFrom = beforeOf(zone, imposer, memory);
  const points = zone.rate.kind === 'points';
  const rate = levelOf(zone, imposer, memory);
  const moved = rateFrom !== null;
  const basis = basisOf({ imposer, coverage, authority, laws, rate, moved, points, status, act, near });
  const day = act === 'schedule' && when.stands === 'behind' ? null : dayOf(when, status, zone, memory);
  // "will do away with duties of 15%, starting on November 10": the day of the end.
  const ends = act === 'end' && when.until === null && when.stands === 'ahead';
  const effective = ends ? null : day;
  const ground = groundOfLevel(basis, authority, near);
  const until = ends ? day : when.until;
  const { scope, product, tradeUsdBn } = coverage;
  const fields: Fields['tariff'] = {
    imposer,
    rate,
    rateFrom,
    status,
    scope,
    product,
    effective,
    until,
    basis,
    authority: ground,
    tradeUsdBn,
  };
  return { act, row, fields };
};

interface Decided {
  readonly act: Act;
  readonly row: string;
  readonly fields: Fields['tariff'];
}

const readFor = (zone: Zone, imposer: Party, why: string, memory: Memory): Told | null => {
  const decided = fieldsOf(zone, { imposer, why }, memory);
  if (decided === null) return null;
  const { act, row, fields } = decided;
  if (isPauseOfOthers(zone, act, why)) return null;
  return {
    rate: zone.rate,
    zone,
    how: constructionOf(zone, fields),
    fields,
    evidence: evidenceOf(zone),
    news: isNews(zone, fields.status, act),
    why: `${why}; ${act}`,
    row,
  };
};

const readDoc = (doc: Doc): Told[] => {
  let memory = nothingYet;
  let all: Told[] = [];
  const foreign = new Set<number>();
  for (const sentence of doc.sentences) {
    if (sentence.boilerplate) continue;
    const afterRates = isOnDuties(doc, sentence, { last: memory.sentence, told: all.length });
    const rates = ratesOf(zonesOf(doc, sentence), afterRates);
    const zones = [...rates, ...dutiesIn(doc, sentence, rates)].sort((a, b) => a.told.from - b.told.from);
    if (rates.length === 0 && all.length > 0) all = withDayAfter(all, doc, sentence);
    const atStart = memory.sides;
    for (const zone of zones) {
      const { sides, by } = imposerOf(zone, { before: memory.sides, atStart, foreign: memory.foreign });
      const before = memory;
      const found = sides.map((side) => readFor(zone, side, by, before)).filter((t) => t !== null);
      all.push(...found);
      if (found.length > 0) memory = remember(memory, found, sentence.i);
      if (by === 'third party') {
        memory = rememberForeign(memory);
        foreign.add(zone.rate.value);
      }
    }
    memory = rememberSentence(memory, doc, sentence);
  }
  return settle(all, foreign);
};

/** The readings by every token of their rate, or of the word for the duty where no rate is told. */
const byToken = perDoc((doc): ReadonlyMap<number, readonly Told[]> => {
  const found = new Map<number, Told[]>();
  for (const t of readDoc(doc)) {
    const { told, chain } = t.zone;
    // "145 and 125 percent": the first has its unit behind the last.
    const { from, to } = told.to - told.from === 1 ? { from: told.from, to: chain.to } : told;
    const keep = (i: number): unknown => found.set(i, [...(found.get(i) ?? []), t]);
    for (let i = from; i < Math.max(to, from + 1); i += 1) keep(i);
    // "steel pays 25 percent, aluminium 10": the number alone stands with the rate whose unit it goes on with.
    const anchor = t.rate.kind === 'count' ? anchorOf(doc, told, t.zone.sentence) : undefined;
    for (let i = anchor?.from ?? 0; i < (anchor?.to ?? 0); i += 1) keep(i);
  }
  return found;
});

/** Tariff readings at a token; a document is read once, for it does not change, so that the rules can share it. */
export const toldAt = (doc: Doc, token: number): readonly Told[] => byToken(doc).get(token) ?? [];
