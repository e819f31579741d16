import { inside, wordAt } from '../../doc';
import { has, opposite, party, words, type Party } from '../helpers';
import { byAgent } from './agent';
import { sideBeside } from './bare';
import { byBoth, byEachOther, byPair } from './both';
import { nounAfter, nounBefore } from './is-rate';
import { isOpposed } from './opposed';
import { byNeighbours } from './owner';
import { isAsMuch } from './same-rate';
import { isOwnIntake, targetOf, type Target } from './target';
import { isByThird, isElsewhere } from './third-party';
import { imposedBySide, nobody, type Imposer } from './who';
import { bearVerbs, sectors, usLaw, worldwide } from './words';
import { type Zone } from './zones';

const metals = / (?:steel|alumin(?:i)?um|copper|timber|lumber) /;

const bears = / (?:faces?|faced|facing|pays?|paid|paying|bears?|bore) /;

const byGoods = (zone: Zone, { goods }: Target): Imposer | null => {
  // "China's exporters face 50 percent on their goods": who bears it tells.
  const isBorne = has(zone.doc, { from: zone.near.from, to: zone.told.from }, bears);
  if (goods === undefined || (goods.kind === 'pronoun' && isBorne)) return null;
  if (isOwnIntake(zone, goods)) return imposedBySide(goods.side === 'US' ? 'US' : 'CN', 'its own imports');
  return imposedBySide(opposite(goods.side), `opposite ${words(zone.doc, goods)}`);
};

const byLaw = (zone: Zone): Imposer | null => {
  if (has(zone.doc, zone, usLaw)) return { sides: ['US'], by: 'a law of the United States' };
  const sector = has(zone.doc, zone.near, worldwide) && sectors.test(words(zone.doc, zone));
  return sector || has(zone.doc, zone, worldwide) ? { sides: ['US'], by: 'all countries' } : null;
};

/** China's duties are laid on American goods by name; metal from everywhere pays the American ones. */
const byMetal = (zone: Zone): Imposer | null =>
  has(zone.doc, zone, metals) ? { sides: ['US'], by: 'a sector' } : null;

const byLeader = (zone: Zone): Imposer | null => {
  const leader = inside(zone.doc.mentions, zone.near).find((m) => m.role === 'leader' && m.side === 'US');
  return leader === undefined ? null : { sides: ['US'], by: leader.name };
};

const entering =
  / (?:arriving in|entering|enters?|into|coming to|imported to|shipped to|sold in|going into|going to|headed (?:for|to)|heading (?:for|to)|bound for|on the way into) (?:the )?$/;

/** "Steel arriving in the United States carries 25%": where goods enter. */
const byEntry = (zone: Zone): Imposer | null => {
  const at = inside(zone.doc.mentions, zone).find(
    (m) => m.kind === 'country' && entering.test(` ${words(zone.doc, { from: m.from - 3, to: m.from })} `),
  );
  return imposedBySide(party(at?.side), `entering ${at?.name ?? ''}`);
};

/** "the Chinese for 10": a rate without "percent", and who is named right before it. */
const byBeside = (zone: Zone): Imposer | null =>
  zone.rate.kind === 'count' ? imposedBySide(sideBeside(zone.doc, zone.rate.from), 'beside') : null;

/** "Beijing vowed countermeasures against the 10 per cent levy": the other side of who opposes it. */
const byOpponent = (zone: Zone): Imposer | null => {
  const side = isOpposed(zone) ? party(zone.clause.subject?.side) : null;
  return imposedBySide(opposite(side), `opposed by ${zone.clause.subject?.name ?? ''}`);
};

const plan =
  /^(?:'s )?(?:\w+ )?(?:threats?|plans?|decision|move|order|bid|pledge|vow|promise|intention|proposal) to (?:\w+ )?(?:impose|slap|raise|put|hit|levy|place|double|hike|increase|charge|add)/;

/** "in response to the administration's threat to slap tariffs on goods": whose plan it is. */
const byPlan = (zone: Zone): Imposer | null => {
  const from = Math.max(zone.lead, zone.clause.from);
  const planner = inside(zone.doc.mentions, { from, to: zone.told.from }).find(
    (m) => m.kind !== 'goods' && plan.test(words(zone.doc, { from: m.to, to: zone.told.from })),
  );
  return imposedBySide(party(planner?.side), `plan of ${planner?.name ?? ''}`);
};

/** "have been put on hold by China": who does it, behind the verb. */
const byPassive = (zone: Zone): Imposer | null => {
  const verb = zone.clause.verbs[zone.clause.verbs.length - 1];
  if (verb === undefined || !verb.passive || verb.from < zone.told.to) return null;
  const by = inside(zone.doc.mentions, { from: verb.to, to: Math.min(zone.clause.to, verb.to + 8) }).find(
    (m) =>
      m.kind !== 'goods' && / by (?:the )?$/.test(` ${words(zone.doc, { from: m.from - 2, to: m.from })} `),
  );
  return imposedBySide(party(by?.side), `by ${by?.name ?? ''}`);
};

/** "retorted with an identical levy": who answers, not at what. */
const byAnswer = (zone: Zone, { goods }: Target): Imposer | null =>
  isAsMuch(zone) && goods === undefined ? byAgent(zone) : null;

/** "Chinese exporters still face tariffs that average 50 percent on their goods": who bears them stands before. */
const byBearerBefore = ({ doc, clause }: Zone): Imposer | null => {
  const before = /^(?:that|which)$/.test(clause.opener) ? doc.clauses[clause.i - 1] : undefined;
  const bears = before?.sentence === clause.sentence && before.verbs.some((v) => bearVerbs.has(v.lemma));
  return bears
    ? imposedBySide(opposite(before.subject?.side), `borne by ${before.subject?.name ?? ''}`)
    : null;
};

/** In this order; the first that knows answers. */
const ways: readonly ((zone: Zone, target: Target) => Imposer | null)[] = [
  byBeside,
  byBearerBefore,
  byAnswer,
  byPassive,
  byOpponent,
  byEachOther,
  byGoods,
  byNeighbours,
  byBoth,
  byLaw,
  byEntry,
  byPlan,
  byAgent,
  byMetal,
];

/** Whose the rate before is, and the last one of the sentences before. */
export interface Earlier {
  readonly before: readonly Party[];
  readonly atStart: readonly Party[];
  /** A duty of others was the last that was spoken of. */
  readonly foreign: boolean;
}

/** "The 10 percent tariff that went into effect on Tuesday", in a text that has named nobody so far: the duty known to all, the American one. */
const byDefault = (zone: Zone): Imposer => {
  const named = nounAfter(zone) >= 0 || nounBefore(zone) >= zone.told.from - 3;
  const others = inside(zone.doc.mentions, zone.near).some((m) => m.side === 'other');
  const china = zone.doc.mentions.some((m) => m.side === 'CN');
  return named && !others && china ? { sides: ['US'], by: 'nobody named' } : nobody('nothing to go by');
};

/** By the rate before, where the words of this one tell nobody. */
const byMemory = (zone: Zone, { before, foreign }: Earlier): Imposer => {
  const refersBack = /^(?:those|these)$/.test(wordAt(zone.doc.tokens, zone.told.from - 1));
  const told = !Number.isNaN(zone.rate.value) || refersBack;
  if (before.length > 0 && told) return { sides: before, by: 'the rate before' };
  if (!told) return byLeader(zone) ?? nobody('nothing to go by');
  return foreign ? nobody('nothing to go by') : byDefault(zone);
};

/**
 * The imposer of a rate: the other side of its target, else whose duty it is, else who acts, else the one of the rate before.
 * Both for "each side"; nobody where the stretch speaks of third countries alone.
 */
export const imposerOf = (zone: Zone, earlier: Earlier): Imposer => {
  const target = targetOf(zone);
  if (isByThird(zone) || isElsewhere(zone, target)) return nobody('third party');
  for (const way of ways) {
    const found = way(zone, target);
    if (found !== null) return found;
  }
  const paired = earlier.atStart.length === 1 ? null : byPair(zone, target);
  return paired ?? byMemory(zone, earlier);
};
