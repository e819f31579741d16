import { wordAt, type Clause, type Span } from '../../doc';
import { has, isLead, lemmas, opposite, ownerOf, party, type Party } from '../helpers';
import { rule, truce, type Hit } from '../rule';
import { isBilateral } from '../meeting/company';
import { knownBefore, nameInText } from './known';
import { newsDay } from './slots';

const PACT =
  / (?:truce|ceasefire|deal|agreement|accord|pact|framework|consensus|understanding|bargain|phase|commitments?|promises|obligations|pledges|word|terms|arrangement|what was agreed) /;
/** What is broken is called a pact by name; commitments and terms need one told before. */
const NAMED = / (?:truce|ceasefire|deal|agreement|accord|pact|consensus|understanding|bargain) /;
const PRONOUN = / (?:it|them|this|that) /;
const EACH =
  / (?:each other|one another|the other|mutual|mutually|both accuse|traded accusations|trade accusations) /;
const ACCUSES =
  /^(?:accuse|charge|blame|allege|criticize|criticise|complain|say|claim|insist|add|write|post|tell|fault|shoot|counter|retort|fire|hit|respond|reply|argue|declare|charge)$/;
const BOTH: readonly Party[] = ['US', 'CN'];

/** So near the breach must stand to what is broken. */
const NEAR = 9;

/** Where what is broken ends: before "after", "when" and the like. */
const objectEnd = (hit: Hit): number => {
  let i = hit.to;
  while (
    i < Math.min(hit.sentence.to, hit.to + NEAR) &&
    !/^(?:after|before|since|when|as|while|,|;)$/.test(wordAt(hit.doc.tokens, i))
  )
    i += 1;
  return i;
};

/** The pact that is broken: right after the verb, or around a noun ("breaches", "failure to comply"). */
const breaksPact = (hit: Hit): boolean => {
  const after = { from: hit.to, to: objectEnd(hit) };
  const known = knownBefore(hit.doc, hit.from, true) !== null;
  if (has(hit.doc, after, NAMED)) return true;
  if (/ (?:faith|end)$/.test(hit.trigger)) return known;
  if (has(hit.doc, after, PACT)) return known || knownBefore(hit.doc, after.to + 1) !== null;
  const around = { from: Math.max(hit.sentence.from, hit.from - 16), to: hit.to + 4 };
  return (
    known &&
    (has(hit.doc, { from: hit.to, to: hit.to + 3 }, PRONOUN) || has(hit.doc, around, PACT) || isNoun(hit))
  );
};

const isNoun = (hit: Hit): boolean => /^(?:breaches|violations)$/.test(hit.trigger);

/** The clause that makes the charge: "accused China of", "said that". */
const charge = (hit: Hit): Clause | undefined =>
  hit.doc.clauses
    .filter(
      (c) =>
        c.sentence === hit.sentence.i && c.from <= hit.from && c.verbs.some((v) => ACCUSES.test(v.lemma)),
    )
    .reverse()[0];

const isMutual = (hit: Hit, accuser: Clause | undefined): boolean => {
  const from = accuser?.from ?? hit.sentence.from;
  const part: Span = { from, to: Math.min(hit.sentence.to, hit.to + 6) };
  return has(hit.doc, part, EACH);
};

const isJoint = (hit: Hit, accuser: Clause | undefined): boolean =>
  isMutual(hit, accuser) || (isNoun(hit) && accuser?.subject?.side === 'both');

/** "Tai spoke of China's failure to live up to the accord": the subject accuses the owner. */
const ofFailure = (hit: Hit): Party | null => {
  const owner = hit.trigger.startsWith('fail') ? ownerOf(hit.doc, hit) : null;
  const subject = party(hit.clause.subject?.side);
  return owner !== null && party(owner.side) !== subject ? subject : null;
};

/** Whose charge it is: of the accuser, or of who says that the other side did it. */
const bySpeaker = (hit: Hit, accuser: Clause | undefined): Party | null => {
  const said = party(accuser?.subject?.side) ?? party(hit.clause.speaker);
  if (said === null || accuser?.negated === true) return null;
  const culprit = party(hit.clause.subject?.side);
  const accuses =
    accuser !== undefined && lemmas(accuser).some((l) => /^(?:accuse|charge|blame|fault)$/.test(l));
  return accuses || culprit === opposite(said) ? said : null;
};

const byOf = (hit: Hit): readonly Party[] => {
  const accuser = charge(hit);
  if (isJoint(hit, accuser)) return BOTH;
  const by = ofFailure(hit) ?? bySpeaker(hit, accuser);
  return by === null ? [] : [by];
};

/** "Trump accused China of violating the deal", "each side charging the other with breaches": a charge of breaking the pact, out of a side's mouth. */
export const violation = rule({
  id: 'truce.violation',
  type: 'truce',
  triggers: [
    'violated',
    'violating',
    'violate',
    'violates',
    'tearing up',
    'tore up',
    'torn up',
    'ripping up',
    'ripped up',
    'violation of',
    'violations',
    'breached',
    'breaching',
    'breach',
    'breaches',
    'broken',
    'broke',
    'breaking',
    'undermined',
    'undermining',
    'undercutting',
    'undercut',
    'reneged',
    'reneging',
    'renege',
    'flouted',
    'flouting',
    'not kept',
    'not honored',
    'not honoured',
    'not honoring',
    'not lived up',
    'failure to',
    'failing to',
    'failed to',
    'gone back on',
    'going back on',
    'went back on',
    'not complied',
    'not complying',
    'not abiding',
    'slow rolling',
    'slow walking',
    'dragging its feet on',
    'backtracked on',
    'backtracking on',
    'severely undermined',
    'not living up',
    'in breach of',
    'broken faith',
    'broke faith',
    'breaking faith',
    'bad faith',
    'not met',
    'not meeting',
    'not holding up',
    'not held up',
    'hold up its end',
    'not fulfilled',
    'not fulfilling',
    'fallen short of',
    'falling short of',
    'falling short on',
    'walked back',
    'walking back',
    'went back on',
    'not living by',
    'cheating on',
    'cheated on',
  ],
  priority: 12,
  confidence: 0.8,
  read: (hit) => {
    const { doc, clause } = hit;
    const keeps =
      hit.trigger.startsWith('fail') &&
      !has(
        doc,
        { from: hit.to, to: hit.to + 4 },
        / (?:live|comply|honor|honour|abide|implement|keep|meet|fulfil|fulfill|uphold|deliver) /,
      );
    if (clause.modality !== 'fact' || keeps || !isBilateral(doc) || !breaksPact(hit)) return [];
    const name = knownBefore(doc, hit.to + NEAR)?.name ?? nameInText(doc, hit.from, false);
    const date = isLead(hit) ? newsDay(hit) : null;
    return byOf(hit).map((by) => ({
      fields: truce({ status: 'violation_alleged', by, name, date }),
      evidence: hit,
    }));
  },
  yes: [
    [
      'Trump accused China of violating the Geneva deal.',
      { status: 'violation_alleged', by: 'US', name: 'Geneva' },
    ],
    [
      'The US and China agreed on a truce in London. Beijing said Washington had broken the agreement.',
      { by: 'CN', name: 'London' },
    ],
    ['Both sides accused each other of breaching the trade truce between China and the US.', { by: 'CN' }],
    [
      'Katherine Tai told senators that China had not met its commitments under the trade agreement with the US.',
      { by: 'US' },
    ],
    [
      'The US and China agreed on a truce in London. Beijing shot back that Washington had broken faith.',
      { by: 'CN' },
    ],
    [
      'China and the US: each accuses the other of not holding up its end of the trade bargain.',
      { by: 'CN' },
    ],
    ['Both sides accused each other of breaching the trade truce between China and the US.', { by: 'US' }],
    [
      'Trump accused China of violating an agreement with the United States to roll back tariffs.',
      { by: 'US' },
    ],
  ],
  no: [
    'China said the US had not met its climate targets.',
    'China accused the US of breaking WTO rules.',
    'The US said Chinese hackers had breached its networks after the trade deal.',
    'Israel accused Hamas of violating the truce, and China and the US looked on.',
  ],
});
