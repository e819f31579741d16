import { inside, wordAt, type Clause, type Doc, type Sentence, type Span, type Value } from '../../doc';
import { clauseWith } from '../../with';
import { wordClass } from '../../word-class';
import { clauseAt, has, party, words } from '../helpers';
import { amountIn } from './coverage';
import { actVerbs, usLaw, worldwide } from './words';
import { answeredClause, answers } from './answered';
import { within, type Zone } from './zones';

const noun = wordClass('tariff tariffs duty duties levy levies surcharge surcharges');
const taxing = wordClass('tax taxes taxed taxing');
const notDuty =
  /^(?:cuts?|reductions?|rollbacks?|war|wars|truce|truces|dispute|disputes|talks|commission|exclusions?|lines?|relief|policy|policies|regime|revenues?|deal|issues?|negotiations?|barriers?|front|threat|threats|free|man|exemptions?|row|fight|battle|standoff|concessions?|codes?|schedule|framework|agreement|pact|turmoil|uncertainty|conflict|pain|costs?|impact|refunds?|collections?|announcements?|chaos|shock|blitz|game|bill|quotas?)$/;
const before = /^(?:non|anti|dumping|subsidy|countervailing|export|free|of|in|on|off|heavy)$/;

/** Stands for a rate that the text does not give: no width, no number. */
const unknown = (at: number): Value => ({
  from: at,
  to: at,
  kind: 'percent',
  value: Number.NaN,
  unit: '',
  before: null,
  low: null,
  role: 'main',
  hedge: null,
});

/** "extra charges": charges of other kinds are none. */
const isExtra = (doc: Doc, i: number): boolean =>
  wordAt(doc.tokens, i) === 'charges' &&
  /^(?:extra|additional|counter|import)$/.test(wordAt(doc.tokens, i - 1));

/** "to tax nearly all Chinese imports": the verb, with goods behind it. */
const isTaxing = (doc: Doc, i: number): boolean =>
  taxing.at(doc.tokens, i) &&
  wordAt(doc.tokens, i - 1) !== 'facto' &&
  inside(doc.mentions, { from: i, to: i + 8 }).some((m) => m.kind === 'goods' && party(m.side) !== null);

const isDutyAt = (doc: Doc, i: number): boolean => {
  if (!(noun.at(doc.tokens, i) || isExtra(doc, i) || isTaxing(doc, i))) return false;
  const next = wordAt(doc.tokens, i + 1) === '-' ? i + 2 : i + 1;
  if (notDuty.test(wordAt(doc.tokens, next))) return false;
  const prior = wordAt(doc.tokens, i - 1) === '-' ? wordAt(doc.tokens, i - 2) : wordAt(doc.tokens, i - 1);
  return !(before.test(prior) && prior !== 'heavy') || /^(?:of|in|on)$/.test(prior);
};

/** Is China, its goods or "both sides" beside the duty? Without one it may be anybody's. */
const hasParty = (zone: Zone): boolean =>
  inside(zone.doc.mentions, { from: zone.near.from - NEAR, to: zone.near.to }).some(
    (m) => m.side === 'CN' || m.side === 'both',
  ) ||
  inside(zone.doc.mentions, zone).some((m) => m.kind === 'goods' && party(m.side) !== null) ||
  has(zone.doc, zone.near, worldwide) ||
  has(zone.doc, zone, usLaw) ||
  /^(?:those|these)$/.test(wordAt(zone.doc.tokens, zone.told.from - 1));

/** Only what is told to be laid on, taken off or kept; not "tariffs hurt". */
const toldOf =
  / (?:on|against|for|with|more|existing|stay|stays|retaliatory|counter|punitive|new|higher|extra|additional|safeguard|impos\w+|levied|rais\w+|hik\w+|kept|keep|keeps|remain\w*|suspend\w*|cuts?|lower\w*|halv\w+|lift\w*|threaten\w*|put|puts|reduc\w+|return|of its own|off|postpon\w+|delay\w*|shelv\w+|drop\w*|scrap\w*|remov\w+|end|ends|ended|call\w* off|freez\w+|frozen|paus\w+|struck|strikes|overturn\w*|invalidat\w*|terminat\w*|rais\w+|ramp\w*|jack\w*|slap\w*|heap\w*) /;

const NEAR = 25;

/** The duty is the one of a rate that is told of it. */
const ofRate = (doc: Doc, i: number, rates: ReadonlyMap<number, Zone>): boolean =>
  inside(doc.values, { from: i - NEAR, to: i + NEAR }).some((v) => {
    const zone = rates.get(v.from);
    return zone !== undefined && i >= zone.from && i < zone.to;
  });

/** "tariffs for imported | US goods worth some $2 billion": goods that the clause is cut before. */
const endOfGoods = (doc: Doc, sentence: Sentence, to: number): number => {
  const goods = inside(doc.mentions, { from: to, to: sentence.to }).find(
    (m) => m.from === to && m.kind === 'goods',
  );
  if (goods === undefined || /^[,;:]$/.test(wordAt(doc.tokens, to - 1))) return to;
  const worth = inside(doc.values, { from: goods.to, to: goods.to + 5 }).find((v) => v.kind === 'money');
  return wordAt(doc.tokens, goods.to) === 'worth' && worth !== undefined ? worth.to : goods.to;
};

/** "leaves its duties on cars | and parts suspended": what becomes of them stands right behind their clause. */
const resultAt = (doc: Doc, sentence: Sentence, end: number): number => {
  const to = endOfGoods(doc, sentence, end);
  for (let i = to; i < Math.min(to + 4, sentence.to); i += 1)
    if (/^(?:suspended|frozen|unchanged|untouched)$/.test(wordAt(doc.tokens, i))) return i + 1;
  return to;
};

/** "the tariffs that were to hit another $160 billion will not come": the clauses behind a relative belong to the duty. */
const endOf = (doc: Doc, sentence: Sentence, i: number, to: number): number => {
  if (!/^(?:that|which|he|she|it|they)$/.test(wordAt(doc.tokens, i + 1))) return resultAt(doc, sentence, to);
  const near = within(sentence, { from: i, to: i });
  for (let at = i + 1; at < near.to; at += 1)
    if (
      /^(?:;|while|but)$/.test(wordAt(doc.tokens, at)) ||
      (wordAt(doc.tokens, at) === ',' && at > i + 3) ||
      (wordAt(doc.tokens, at) === 'and' &&
        inside(doc.mentions, { from: at + 1, to: at + 3 }).some((m) => party(m.side) !== null))
    )
      return at;
  return near.to;
};

/** Where the stretch of a duty begins: behind the duty before it and the goods that are that one's. */
const startOf = (doc: Doc, clause: Span, i: number, last: Zone | undefined): number => {
  if (last === undefined || last.to <= clause.from) return clause.from;
  if (last.told.to < clause.from) return last.to < i ? last.to : clause.from;
  const from = last.told.to + 1;
  const taken = [...inside(doc.values, { from, to: i }), ...inside(doc.mentions, { from, to: i })].filter(
    (x) => x.kind === 'money' || x.kind === 'goods',
  );
  return Math.max(from, ...taken.map((x) => x.to));
};

/** "in retaliation for the US tariffs": where a duty that is answered begins, or -1; nothing told before is said of it. */
const answeredFrom = (doc: Doc, clause: Span, i: number, last: Zone | undefined): number => {
  if (imposition.test(` ${words(doc, { from: i - 7, to: i })} `)) return Math.max(clause.from, i - 7);
  if (last === undefined) return -1;
  for (let k = i; k > clause.from; k -= 1) if (answers.test(words(doc, { from: k, to: k + 3 }))) return k;
  return -1;
};

/** The clause of a duty; of one that is answered only what stands in its own stretch. */
const clauseOf = (clause: Clause, from: number): Clause =>
  from < 0 ? clause : clauseWith(answeredClause(clause, from), { subject: clause.subject });

/** "will not impose", "agreed not to raise", "will not lift": held back or kept; "did not impose" tells of none. */
const isWithheld = (doc: Doc, clause: Clause): boolean =>
  (clause.tense === 'future' && clause.verbs.some((v) => actVerbs.has(v.lemma))) ||
  has(
    doc,
    clause,
    / (?:decided (?:about|on|whether)|(?:does|do|did|has|have) not (?:lift|remov|drop|end|eas|reduc|cut|lower|scrap|withdr)\w*) /,
  );

/** "to negotiate lower tariffs and fewer barriers": wished for, and of no duty. */
const lowerSought =
  / (?:negotiat|seek|sought|want|for|toward|get|secur|win|hop)\w*(?: [\w'-]+){0,3} (?:lower|reduced|fewer) (?:\w+ )?$/;

const denied = / (?:no|without|any|avoid|whether|(?:refrain(?:s|ed|ing)? from|short of)(?: \w+)?) (?:\w+ )?$/;

/** "warned it not to answer his imposition of higher tariffs": laid on, whatever else is denied. */
const imposition = / (?:imposition|introduction|enactment) of (?:[\w'-]+ ){0,4}$/;

/** "a truce kept tariffs from rising further": what did not happen. */
const averted =
  /^ (?:from|against) (?:rising|going|climbing|increasing|being|taking|coming|snapping|jumping)/;

/** "Asked the office to look at whether tariffs are warranted": floated. */
const isWeighed = (doc: Doc, clause: Clause): boolean =>
  clause.opener === 'whether' &&
  / (?:consider|look|study|studying|weigh|examin|ask|instruct|direct|order|decid|determin)\w*(?: [\w'-]+){0,6} $/.test(
    ` ${words(doc, { from: clause.from - 9, to: clause.from })} `,
  );

/** Is there no such duty: "without tariffs", "stopped short of imposing new levies", "did not impose"? */
const isNone = (doc: Doc, clause: Clause, i: number): boolean =>
  averted.test(` ${words(doc, { from: i + 1, to: i + 3 })}`) || isDenied(doc, clause, i);

const isDenied = (doc: Doc, clause: Clause, i: number): boolean =>
  clause.negated
    ? !isWithheld(doc, clause) && !imposition.test(` ${words(doc, { from: i - 7, to: i })} `)
    : (denied.test(` ${words(doc, { from: i - 4, to: i })} `) && !isWeighed(doc, clause)) ||
      lowerSought.test(` ${words(doc, { from: i - 8, to: i })} `);

/** A duty without a rate, with its clause as its stretch. */
const zoneAt = (doc: Doc, sentence: Sentence, i: number, last: Zone | undefined): Zone | null => {
  const clause = clauseAt(doc.clauses, i);
  if (clause === undefined || isNone(doc, clause, i)) return null;
  const answered = answeredFrom(doc, clause, i, last);
  const own = clauseOf(clause, answered);
  const near = within(own, { from: i, to: i });
  return {
    doc,
    sentence,
    near: within(sentence, { from: i, to: i }),
    clause: clauseWith(own, near),
    rate: unknown(i),
    told: { from: i, to: i },
    chain: { from: i, to: i },
    lead: near.from,
    place: last === undefined ? 0 : last.place + 1,
    from: startOf(doc, near, i, last),
    to: endOf(doc, sentence, i, near.to),
  };
};

/** Duties of a sentence that are told without a rate. */
export const dutiesIn = (doc: Doc, sentence: Sentence, rates: readonly Zone[]): Zone[] => {
  const found: Zone[] = [];
  const byStart = new Map(rates.map((r) => [r.rate.from, r]));
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (!isDutyAt(doc, i) || ofRate(doc, i, byStart)) continue;
    const zone = zoneAt(doc, sentence, i, found[found.length - 1]);
    if (zone === null) continue;
    if (amountIn(doc, zone) !== undefined || (hasParty(zone) && has(doc, zone, toldOf))) found.push(zone);
  }
  return found;
};
