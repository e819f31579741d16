import { inside, wordAt, type Mention } from '../../doc';
import { agentOf, isActor, opposite, party, type Party } from '../helpers';
import { actVerbs, bearVerbs, chargeVerbs, dutyNoun } from './words';
import { imposedBySide, type Imposer } from './who';
import { type Zone } from './zones';

/** "They stand at 25%", "its parts": a thing or an owner, and nobody who acts. */
const isLoose = (zone: Zone, m: Mention): boolean => {
  if (m.kind !== 'pronoun') return false;
  const word = wordAt(zone.doc.tokens, m.from);
  if (/^(?:its|their|his|her|them|our|my)$/.test(word)) return true;
  return (
    /^(?:it|they)$/.test(word) &&
    !zone.clause.verbs.some((v) => chargeVerbs.has(v.lemma) && !v.passive && v.lemma !== 'take')
  );
};

const lists = new Set('halve publish release unveil issue propose list identify draw name'.split(' '));

/** "China halves the duties that it imposed: 10 percent becomes 5": who acts in the clauses before. */
const earlierAgent = (zone: Zone): Mention | undefined => {
  for (let i = zone.clause.i - 1; i >= 0; i -= 1) {
    const clause = zone.doc.clauses[i];
    if (clause?.sentence !== zone.sentence.i) return undefined;
    const { subject, verbs } = clause;
    if (subject === null || subject.kind === 'pronoun' || party(subject.side) === null) continue;
    if (verbs.some((v) => chargeVerbs.has(v.lemma) || lists.has(v.lemma))) return subject;
  }
  return undefined;
};

/** A duty without a rate is its subject's only where the verb does something to duties. */
const isActing = (zone: Zone): boolean =>
  !Number.isNaN(zone.rate.value) || zone.clause.verbs.some((v) => actVerbs.has(v.lemma));

/** The last actor before the rate in its clause. */
const ownActor = (zone: Zone): Mention | undefined => {
  const from = Math.max(zone.from, zone.clause.from);
  return inside(zone.doc.mentions, { from, to: zone.told.from })
    .filter((m) => !isLoose(zone, m) && isActor(m) && party(m.side) !== null)
    .pop();
};

/** Who acts in the clause. "Biden keeps China tariffs": China is no agent there. */
const agentIn = (zone: Zone, own: Mention | undefined): Mention | null => {
  const subject = agentOf(zone.doc, zone.clause);
  const acts =
    subject !== null && !isLoose(zone, subject) && !dutyNoun.test(wordAt(zone.doc.tokens, subject.to));
  return acts ? subject : (own ?? null);
};

/** "I imposed an additional duty": an order or a speech of the president, given whole. */
const isPresident = ({ doc, clause, told }: Zone): boolean =>
  clause.subject?.kind !== 'person' &&
  clause.verbs.some(
    (v) => chargeVerbs.has(v.lemma) && v.from <= told.from && wordAt(doc.tokens, v.from - 1) === 'i',
  );

const sideOf = (zone: Zone, agent: Mention | null, own: Mention | undefined): Party | null => {
  const side = party(agent?.side) ?? party(own?.side);
  return side ?? (agent === null ? party(earlierAgent(zone)?.side) : null);
};

const isBorne = (zone: Zone): boolean => zone.clause.verbs.some((v) => bearVerbs.has(v.lemma) && !v.passive);

const bearerIn = (zone: Zone): Party | null =>
  inside(zone.doc.mentions, zone.near).some((m) => m.side === 'CN') ? 'CN' : null;

/** "US importers pay 25 percent": who takes goods in pays the own side's duty. */
const isBuyer = (zone: Zone, m: Mention): boolean =>
  isBorne(zone) &&
  /^(?:importers?|businesses|companies|consumers?|retailers?|shoppers|households|families|buyers|crushers|firms)$/.test(
    wordAt(zone.doc.tokens, m.to),
  );

const byBearer = (zone: Zone, agent: Mention | null, side: Party | null): Imposer | null => {
  const name = agent?.name ?? 'China';
  if (agent !== null && side !== null && isBuyer(zone, agent))
    return imposedBySide(side, `paid by buyers of ${name}`);
  return imposedBySide(opposite(side ?? bearerIn(zone)), `borne by ${name}`);
};

/** The imposer by who acts; who pays or faces a rate is its target. */
export const byAgent = (zone: Zone): Imposer | null => {
  if (isPresident(zone)) return { sides: ['US'], by: 'the president himself' };
  const acting = isActing(zone);
  const own = acting ? ownActor(zone) : undefined;
  const agent = acting ? agentIn(zone, own) : null;
  if (agent?.side === 'both') return { sides: ['US', 'CN'], by: agent.name };
  const side = sideOf(zone, agent, own);
  return isBorne(zone) ? byBearer(zone, agent, side) : imposedBySide(side, `agent ${agent?.name ?? ''}`);
};
