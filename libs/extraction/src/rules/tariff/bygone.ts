import { inside, type Span } from '../../doc';
import { has, words } from '../helpers';
import { actIn } from './act-words';
import { isBareRate } from './bare';
import { type Told } from './reading';
import { type Zone } from './zones';

/** "went to 145 percent before the two sides stepped back". */
const steppedBack =
  / (?:before|until) (?:the )?(?:\w+ )?(?:sides|two|countries|governments|they|both|washington|trump|a truce|a deal|an agreement)(?: \w+){0,4} (?:step|stepped|back|backed|agreed|settled|pulled|cut|lowered|climbed|brought|paused|suspended|reached|struck) /;
const undone =
  /^(?:, )?(?:and|then|but|before)(?: then| later)? (?:cut|lowered|reduced|slashed|brought|cutting|bringing|lowering) (?:them|it|these|those)(?: back)?(?: down)? to /;

/** "raised them to 145 and 125 percent, and cut them to 30 and 10": no longer so at the sentence's end. */
const isUndone = ({ doc, chain, near }: Zone): boolean =>
  undone.test(`${words(doc, { from: chain.to, to: chain.to + 9 })} `) ||
  steppedBack.test(` ${words(doc, { from: chain.to, to: near.to })} `);

/** "once as high as", "at their height in April", "gone is the 90 percent": said of the level itself. */
const bygone =
  / (?:at (?:its|their|the) (?:height|peak|highest)|at one (?:point|stage|time)|once (?:as high as|at|stood|reached|faced|paid|charged)|(?:stood|was|were|been|reached|hit|ran) once(?! again)|used to (?:be|stand|pay|charge|run)|gone (?:is|are) (?:the|that)|no longer (?:pays?|faces?|charges?|at)|(?:nobody|no one|no - one) (?:now )?pays|that one time) /;
/** "Before Geneva the duties were 90 percent": what the levels were ahead of a pact. */
const beforePact =
  / (?:before|until|prior to|ahead of) (?:the )?(?:\w+ ){0,2}(?:geneva|london|stockholm|madrid|busan|truce|deal|pause|pact|accord|ceasefire|agreement|thaw) /;
const levels = new Set(['be', 'stand', 'pay', 'face', 'have', 'reach', 'run', 'carry', 'come', 'total']);

const isBeforePact = (zone: Zone): boolean =>
  zone.clause.tense.startsWith('past') &&
  zone.clause.verbs.every((v) => levels.has(v.lemma)) &&
  has(zone.doc, { from: Math.min(zone.from, zone.clause.from), to: zone.to }, beforePact);

/** Words that lead from a level that was to the one that is. */
const sinceThen =
  / (?:(?<!for )now|today|currently|these days|since (?:then|may|june|november)|later|subsequently|eventually|then|(?:cut|lowered|reduced|slashed|brought|down|back|fell|dropped|falling|dropping|halved|trimmed)(?: \w+)? to) /;

/** "which stood at 90% in April, are now 35%", "paid 90 this spring, and 35 today": a lower level behind it in the sentence. */
const isFollowed = (zone: Zone): boolean => {
  const { doc, rate, chain, near, clause } = zone;
  if (!clause.tense.startsWith('past') && clause.verbs.length > 0) return false;
  const next = inside(doc.values, { from: chain.to, to: near.to }).find(
    (v) => v.kind === 'percent' || isBareRate(doc, v, zone.sentence),
  );
  if (next === undefined || next.value >= rate.value) return false;
  if (/^(?:threat|announce|suspend)$/.test(actIn(` ${words(doc, clause)} `) ?? '')) return false;
  const gap: Span = { from: chain.to, to: next.from };
  const others = inside(doc.mentions, gap).some(
    (m) => /^(?:country|capital|people|person|institution)$/.test(m.kind) && m.side !== null,
  );
  return !others && has(doc, gap, sinceThen);
};

/** Is the level one that was, and is no longer? */
export const isBygone = (zone: Zone): boolean =>
  isUndone(zone) ||
  (zone.rate.before === null &&
    !Number.isNaN(zone.rate.value) &&
    (has(zone.doc, { from: Math.min(zone.from, zone.clause.from), to: zone.to }, bygone) ||
      isBeforePact(zone) ||
      isFollowed(zone)));

const level = ({ fields }: Told): boolean =>
  fields.scope === 'all' && fields.rate !== null && fields.status === 'in_effect';

/** "to reduce the rate from 57% to 47%", "now stands at 35%": what the text tells as the level of today. */
const isOfToday = ({ fields, zone }: Told): boolean =>
  fields.rateFrom !== null || has(zone.doc, zone, / (?:now|today|currently|these days) /);

/** A level told as past, where the text tells a lower one of today. */
export const asBygone = (t: Told, all: readonly Told[]): Told => {
  const { imposer, rate, rateFrom } = t.fields;
  if (!level(t) || rate === null || rateFrom !== null || !t.zone.clause.tense.startsWith('past')) return t;
  const over = all.some(
    (u) =>
      u.fields.imposer === imposer &&
      u.fields.scope === 'all' &&
      /^(?:in_effect|announced)$/.test(u.fields.status) &&
      Math.max(u.fields.rate ?? rate, u.fields.rateFrom ?? 0) < rate &&
      u.zone.sentence.i > t.zone.sentence.i &&
      isOfToday(u),
  );
  return over ? { ...t, news: false, fields: { ...t.fields, status: 'past', effective: null } } : t;
};
