import { type MeasureObservation } from '@app/contracts';
import { type Clause, wordAt } from '../../doc';
import { has, values } from '../helpers';
import { type Hit } from '../rule';
import { isPromise } from './acts';
import { isObliged } from './purchase-slots';

export type Status = MeasureObservation['status'];

const stopping =
  / (?:stop\w*|halt\w*|suspend\w*|cancel\w*|cease\w*|shun\w*|snub\w*|yet to|not one|avoid\w*|boycott\w*|paus\w+|dried up|fr(?:eeze|oze|ozen)|no longer|any more|(?:tak(?:e|es|en|ing)|took|bought) (?:no|none)|no (?:\w+ )?(?:agricultural|farm|american|us|soybeans?) ) /;
const going =
  / (?:resum\w+|already|start\w*|began|begun|again|more|first|return\w*|snapped up|snaps up|scooped up|booked|books|keeps?|continu\w+|ahead of|largest|biggest) /;
const amount = / (?:tons?|tonnes|bushels|cargo(?:es)?|shipments?|vessels|shiploads|barrels) /;

/** Who cannot buy, is asked about or is wished to buy has neither bought nor promised to. */
const isNoBuying = (hit: Hit, clause: Clause): boolean =>
  has(hit.doc, clause, / (?:can't|cannot|can not|unable|could not) /) ||
  clause.modality === 'wish' ||
  clause.modality === 'question';

/** "has bought none since May" tells that the buying has stopped; that something was not bought once tells nothing. */
const isDry = (hit: Hit, clause: Clause): boolean =>
  has(hit.doc, clause, / (?:any|no|none|since|yet|this (?:season|year|autumn|fall)|single) /);

/** "China to buy", "with China buying more": told of the future, whatever the finite verb of the sentence. */
const isAhead = (hit: Hit, clause: Clause): boolean => {
  if (has(hit.doc, clause, / (?:start\w*|began|begun|continu\w+|resum\w+|return\w*) /)) return false;
  const bare = hit.trigger === 'buying' && clause.verbs.some((v) => v.at === hit.from && v.tense === 'none');
  return bare || wordAt(hit.doc.tokens, hit.from - 1) === 'to';
};

/** Promised, obliged, expected or told of the future. */
const isPledge = (hit: Hit, clause: Clause): boolean => {
  const { doc } = hit;
  const told = clause.modality === 'fact' && /^(?:past|perfect|present)$/.test(clause.tense);
  const due = has(doc, clause, / (?:supposed|expected|due|set|slated|about|going) to /);
  return due || isPromise(doc, clause) || isObliged(hit) || !told || isAhead(hit, clause);
};

export const statusOf = (hit: Hit, clause: Clause): Status | null => {
  const { doc } = hit;
  if (has(doc, hit.clause, / (?:promise|pledge|commitment|vow|agreement|deal) to /)) return 'pledged';
  if (isNoBuying(hit, clause)) return null;
  if (clause.verbs.some((v) => v.negated))
    return hit.trigger !== 'bought' || isDry(hit, clause) ? 'suspended' : null;
  if (has(doc, clause, stopping)) return 'suspended';
  return isPledge(hit, clause) ? 'pledged' : 'in_effect';
};

/** "Has bought $23 billion worth this year": a sum that still runs. */
const isCounted = ({ doc }: Hit, clause: Clause): boolean =>
  clause.tense === 'perfect' && values(doc, clause, 'money').length > 0;

/** What was bought once is no news; what is bought again, for the first time or by the ton is. */
export const isNews = (hit: Hit, clause: Clause): boolean => {
  const { doc } = hit;
  if (!/tons|tonnes/.test(hit.trigger))
    return has(doc, clause, going) || has(doc, clause, amount) || isCounted(hit, clause);
  return has(
    doc,
    clause,
    / (?:bought|buys|purchased|booked|took|taken|snapped up|received|imported|ordered|in for|flash|third purchase|sold|sales) /,
  );
};

/** "$60 billion worth of goods" that are taxed: an amount is bought only where the sentence buys. */
const isAmount = (hit: Hit): boolean =>
  /ton|billion|cargo/.test(hit.trigger) &&
  (has(hit.doc, hit.clause, / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|pay|steal\w*) /) ||
    !has(
      hit.doc,
      hit.sentence,
      / (?:buy\w*|bought|purchas\w+|commit\w*|pledg\w+|promis\w+|order\w*|sales?|sell|sold|tak(?:e|en|es|ing)|took|import(?:s|ed|ing)?|obliges?|snapped|booked|in for|deal|understanding) /,
    ));

/** "hikes to import levies": no buying. */
export const isLevy = (hit: Hit): boolean =>
  isAmount(hit) ||
  /^(?:levies|duties|tariffs|taxes|curbs|restrictions)$/.test(wordAt(hit.doc.tokens, hit.to));

/** "to seek progress on licences as well as increased purchases" */
export const isSought = (hit: Hit): boolean =>
  has(
    hit.doc,
    { from: Math.max(hit.sentence.from, hit.from - 25), to: hit.from },
    / (?:seek|seeks|seeking|sought) /,
  );

export const nounStatus = (hit: Hit, clause: Clause): Status => {
  const { doc } = hit;
  if (/promises|commitments|pledges|targets/.test(hit.trigger)) return 'pledged';
  if (wordAt(doc.tokens, hit.to).startsWith('resum')) return 'in_effect';
  if (clause.negated || has(doc, clause, stopping)) return 'suspended';
  const told = clause.modality === 'fact' && !isPromise(doc, clause) && clause.tense !== 'future';
  return told && has(doc, clause, / (?:resum(?:e|es|ed|ing)|made|makes|restart\w*) /)
    ? 'in_effect'
    : 'pledged';
};
