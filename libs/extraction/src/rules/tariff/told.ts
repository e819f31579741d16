import { type Doc, type Span, type Value } from '../../doc';
import { span, words, type Party } from '../helpers';
import { tariff, type Fields } from '../rule';
import { clauseKey } from '../status';
import { actOf } from './act';
import { basisOf } from './basis';
import { coverageOf, everything, type Coverage } from './coverage';
import { authorityOf } from './ground';
import { imposerOf } from './imposer';
import { dutiesIn } from './duties';
import { isRate, nounAfter, nounBefore } from './is-rate';
import { settle } from './settle';
import { tariffStatus } from './tariff-status';
import { whenOf } from './when';
import { zonesOf, type Zone } from './zones';

/** How a rate is told: what rules are divided by. */
export type Construction = 'points' | 'moved' | 'named' | 'listed' | 'amount' | 'goods';

/** A rate read with all that the text says of it. */
export interface Told {
  readonly rate: Value;
  readonly zone: Zone;
  readonly how: Construction;
  readonly fields: Fields['tariff'];
  readonly evidence: Span;
  readonly why: string;
}

/** What later sentences may refer back to. */
interface Memory {
  readonly sides: readonly Party[];
  readonly coverage: ReadonlyMap<Party, Coverage>;
  readonly sentence: number;
}

const constructionOf = (zone: Zone, coverage: Coverage): Construction => {
  if (Number.isNaN(zone.rate.value)) return coverage.tradeUsdBn === null ? 'goods' : 'amount';
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

const rateOf = (rate: Value): number | null => (Number.isNaN(rate.value) ? null : rate.value);

const readFor = (zone: Zone, imposer: Party, why: string, memory: Memory): Told | null => {
  const { doc, rate } = zone;
  const when = whenOf(zone);
  const act = actOf(zone);
  const status = tariffStatus({ class: act, ...clauseKey(zone.clause), when: when.stands });
  if (status === null) return null;
  const own = coverageOf(zone, imposer);
  const coverage =
    own ?? (refersBack(zone) || zone.place > 0 ? memory.coverage.get(imposer) : undefined) ?? everything;
  const near = ` ${words(doc, zone)} `;
  const sentence = ` ${words(doc, zone.sentence)} `;
  const authority = authorityOf(near, sentence, imposer);
  const basis = basisOf({
    imposer,
    coverage,
    authority,
    rate: rateOf(rate),
    moved: rate.before !== null,
    points: rate.kind === 'points',
    status,
    near,
  });
  const fields = tariff({
    imposer,
    status,
    rate: rateOf(rate),
    rateFrom: rate.before,
    effective: when.effective,
    until: when.until,
    basis,
    authority,
    ...coverage,
  });
  return {
    rate,
    zone,
    how: constructionOf(zone, coverage),
    fields,
    evidence: evidenceOf(zone),
    why: `${why}; ${act}`,
  };
};

const remember = (memory: Memory, found: readonly Told[], sentence: number): Memory => {
  if (found.length === 0) return memory;
  const coverage = new Map(memory.coverage);
  for (const { fields } of found)
    coverage.set(fields.imposer, {
      scope: fields.scope,
      product: fields.product,
      tradeUsdBn: fields.tradeUsdBn,
    });
  return { sides: [...new Set(found.map((t) => t.fields.imposer))], coverage, sentence };
};

const readDoc = (doc: Doc): Told[] => {
  let memory: Memory = { sides: [], coverage: new Map(), sentence: -9 };
  const all: Told[] = [];
  for (const sentence of doc.sentences) {
    if (sentence.boilerplate) continue;
    const afterRates = (): boolean => sentence.i - memory.sentence <= 2;
    const rates = zonesOf(doc, sentence).filter((zone) => isRate(zone, afterRates()));
    for (const zone of [...rates, ...dutiesIn(doc, sentence, rates)].sort(
      (a, b) => a.told.from - b.told.from,
    )) {
      const { sides, by } = imposerOf(zone, memory.sides);
      const before = memory;
      const found = sides.flatMap((side) => readFor(zone, side, by, before) ?? []);
      all.push(...found);
      memory = remember(memory, found, sentence.i);
    }
  }
  return settle(all);
};

const read = new WeakMap<Doc, readonly Told[]>();

/** All tariff rates of a document, read once: a document does not change, so that the rules can share it. */
export const toldRates = (doc: Doc): readonly Told[] => {
  const known = read.get(doc);
  if (known !== undefined) return known;
  const found = readDoc(doc);
  read.set(doc, found);
  return found;
};
