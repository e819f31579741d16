import { actOf } from '../../passes/attribution';
import { inside, type Clause, type Span } from '../../doc';
import { has, opposite, party, textOf, type Party } from '../helpers';
import { type Hit } from '../rule';

/** Nouns for what one side says and the other may deny. */
export const CLAIM =
  / (?:claims?|charges?|accusations?|allegations?|assertions?|talk|suggestions?|statements?|remarks?|reports?|notion|account|theory|contention|it|that|this|any|having|being) /;
const FALSE =
  / (?:false|baseless|groundless|unfounded|untrue|fabricated|nonsense|not true|no basis|fake news|irresponsible|slander|smears?|lies?) /;

export const isCalledFalse = (hit: Hit, part: Span): boolean => has(hit.doc, part, FALSE);

/** So many sentences back the claim may stand that a side denies. */
const BACK = 4;

const claims = (clause: Clause, side: Party): boolean => {
  const act = actOf(clause);
  if ((act === 'assert' || act === 'accuse' || act === 'confirm') && party(clause.subject?.side) === side)
    return true;
  return party(clause.speaker) === side || speaksOf(clause, side);
};

/** "Bessent spoke of daily contacts": a claim as well. */
const speaksOf = (clause: Clause, side: Party): boolean =>
  /^(?:speak|talk|boast|hint|tout)$/.test(clause.verbs[0]?.lemma ?? '') &&
  party(clause.subject?.side) === side;

/** A clause of speech with what is said: the rest of its sentence. */
const withComplement = ({ doc }: Hit, c: Clause): Span => ({
  from: c.from,
  to: doc.sentences[c.sentence]?.to ?? c.to,
});

/** Did the other side assert something, in this sentence or in those before it, so that there is something to deny? */
export const otherClaimed = (hit: Hit, denier: Party, about?: RegExp): boolean => {
  const from = hit.doc.sentences[Math.max(0, hit.sentence.i - BACK)]?.from ?? 0;
  const side = opposite(denier);
  const claimed = (c: Clause): boolean =>
    claims(c, side ?? denier) && (about === undefined || has(hit.doc, withComplement(hit, c), about));
  return side !== null && inside(hit.doc.clauses, { from, to: hit.sentence.to }).some(claimed);
};

const LONGEST_ABOUT = 9;

/** A few words on what is in dispute: those behind the denial, up to a comma. */
export const aboutOf = (hit: Hit): string => {
  let to = hit.to;
  const end = Math.min(hit.sentence.to, hit.to + LONGEST_ABOUT);
  while (to < end && hit.doc.tokens[to]?.kind !== 'mark') to += 1;
  const part =
    to - hit.to >= 2
      ? { from: hit.to, to }
      : { from: Math.max(hit.sentence.from, hit.from - LONGEST_ABOUT), to: hit.from };
  return textOf(hit.doc, part).toLowerCase();
};
