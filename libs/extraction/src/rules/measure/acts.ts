import { type Clause, type Doc, type Span, type Verb, wordAt } from '../../doc';
import { verbForm } from '../../lexicon/verbs';
import { actors, has } from '../helpers';
import { type Hit } from '../rule';

/** What is done to a measure: the trigger class of `status.json`. */
export type Act =
  'restrict' | 'propose' | 'announce' | 'suspend' | 'ease' | 'lift' | 'promise' | 'stand' | 'oblige' | 'buy';

const suspending =
  / (?:suspend(?:s|ed|ing)?|suspension|paus(?:e|es|ed|ing)|postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|fr(?:eeze|eezes|oze|ozen)|shelv(?:e|es|ed|ing)|on hold|on ice|put off|holds? off|held off|holding off|(?:put|puts|putting|set|sets|setting|lay|laid) (?:[\w']+ ){0,8}aside|ceas(?:e|es|ed|ing) (?:to be \w+ )?for|put (?:\w+ ){1,5}on (?:hold|ice)|mothball\w*|stay(?:s|ed)? the|in abeyance|(?:halt|halts|halted|stop|stops|stopped) (?:the )?implement\w+|holds? back) /;
const lifting =
  / (?:lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)|removal|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|cancel(?:s|ed|led|ling|ing)?|rescind(?:s|ed|ing)?|repeal(?:s|ed|ing)?|abandon(?:s|ed|ing)?|do(?:es|ne|ing)? away with|did away with|tear(?:s|ing)? up|tore up|torn up|end the|ended (?:its|the)|struck off|strike off|taken off|(?:strik(?:e|es|ing)|struck|tak(?:e|es|en|ing)|took) (?:[\w']+ ){1,6}off (?:the|its|their|a|that)|come off|comes off|came off|go away|revoked its|undo|scale(?:s|d)? back|eliminat\w+|terminat\w+|dismantl\w+|phas\w+ out|withdr(?:aw|aws|ew|awn|awing)|unwind\w*|unwound|end(?:s|ed|ing)? (?:its|their|the|a|all|his)|be ended) /;
const easing =
  / (?:eas(?:e|es|ed|ing)|relax(?:es|ed|ing)?|loosen(?:s|ed|ing)?|soften(?:s|ed|ing)?|roll(?:s|ed|ing)? back|exempt(?:s|ed|ing)?|reprieve|waive(?:s|d|r)?|approv(?:e|es|ed|ing)|resum(?:e|es|ed|ing)|let|allow(?:s|ed|ing)?|flow(?:s|ing)?) /;
const announcing =
  / (?:announc(?:e|es|ed|ing|ement)|unveil(?:s|ed|ing)?|publish(?:es|ed|ing)?|made public|declar(?:e|es|ed|ing)|plan(?:s|ned|ning)?) /;
const proposing =
  / (?:propos(?:e|es|ed|ing|al|als)|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|toy(?:s|ed|ing)? with|prepar(?:e|es|ing)|draw(?:s|n|ing)? up|drew up|moot(?:s|ed|ing)?|ponder(?:s|ed|ing)?|look(?:s|ed|ing)? at|float(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|explor(?:e|es|ed|ing)|contemplat\w+|options?|threat(?:s|en|ens|ened|ening)?) /;
const tightening = / (?:tightens?|widens?|expands?|issues?|toughens?|steps? up) /;
const promising =
  / (?:agree[sd]?|agreeing|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|undert(?:ake|akes|ook|aken|aking)|commit(?:s|ted|ment)?|vow(?:s|ed)?|sign(?:s|ed|ing)? up (?:to|for)|offer(?:s|ed)? to|oblig(?:e|es|ed)|bind(?:s|ing)?|bound|is to|are to|(?:framework|deal|agreement|consensus) to|prepared to|ready to|willing to) /;

const linking = /^(?:from|by|in|of|on|to|into|for|against|with|the|a|an|its|their|some|new|all|most)$/;

/** A "clause" that begins right after a preposition or an article is a piece of the one before: "restrictions on | Chinese firms based in". */
export const isPiece = (doc: Doc, clause: Clause): boolean => {
  const before = wordAt(doc.tokens, clause.from - 1);
  const adverb = before.endsWith('ly') && has(doc, { from: clause.from - 4, to: clause.from }, / to /);
  return (
    clause.opener === '' &&
    (adverb ||
      linking.test(before) ||
      verbForm(before)?.form === 'ing' ||
      wordAt(doc.tokens, clause.from) === 'including')
  );
};

const isVerbBefore = (doc: Doc, at: number): boolean => verbForm(wordAt(doc.tokens, at - 1)) !== undefined;

/** "announced | enhanced controls": a participle before its noun, right behind the verb. */
const isAdjective = (doc: Doc, clause: Clause, verb: Verb): boolean =>
  verb.tense === 'past' && clause.from === verb.from && clause.opener === '' && isVerbBefore(doc, verb.from);

/** "barred Nvidia from selling", "is considering curbing": a participle that hangs on the verb before it. */
const isGerund = (doc: Doc, clause: Clause, verb: Verb): boolean =>
  verb.progressive &&
  verb.tense === 'none' &&
  verb.from - clause.from <= 4 &&
  (linking.test(wordAt(doc.tokens, verb.from - 1)) ||
    (clause.from === verb.from && isVerbBefore(doc, verb.from)));

/** Does the "clause" hang on the one before it? */
const isHanging = (doc: Doc, clause: Clause): boolean => {
  const [verb] = clause.verbs;
  if (isPiece(doc, clause)) return true;
  return verb !== undefined && (isAdjective(doc, clause, verb) || isGerund(doc, clause, verb));
};

/** "The ban on selling parts to ZTE | has been lifted": where the sentence begins with the noun, its verb comes behind. */
const afterGerund = (doc: Doc, clause: Clause): Clause | null => {
  const next = doc.clauses[clause.i + 1];
  return next?.sentence === clause.sentence && next.opener === '' && next.verbs[0]?.tense !== 'none'
    ? next
    : null;
};

const withVerb = (doc: Doc, from: Clause, step: 1 | -1): Clause | null => {
  for (let i = from.i + step; ; i += step) {
    const candidate = doc.clauses[i];
    if (candidate?.sentence !== from.sentence) return null;
    if (candidate.verbs.length > 0) return candidate;
  }
};

/**
 * The clause that says what happens to the thing: its own; else the one before it in the sentence; else the one that the list it
 * opens runs into ("controls, port fees and the rule are suspended").
 */
export const governing = (doc: Doc, clause: Clause): Clause => {
  if (clause.verbs.length > 0) {
    if (!isHanging(doc, clause)) return clause;
    const before = withVerb(doc, clause, -1);
    // "was considering | limiting them | by delisting": over all that hang on one another.
    return before === null ? (afterGerund(doc, clause) ?? clause) : governing(doc, before);
  }
  return withVerb(doc, clause, -1) ?? withVerb(doc, clause, 1) ?? clause;
};

const softened = (doc: Doc, part: Span): Act | null => {
  if (has(doc, part, suspending)) return 'suspend';
  if (has(doc, part, lifting)) return 'lift';
  return has(doc, part, easing) ? 'ease' : null;
};

/** The part of the sentence between two semicolons that holds the trigger. */
export const segmentOf = (hit: Hit): Span => {
  const { tokens } = hit.doc;
  let { from, to } = { from: hit.from, to: hit.to };
  while (from > hit.sentence.from && wordAt(tokens, from - 1) !== ';') from -= 1;
  while (to < hit.sentence.to && wordAt(tokens, to) !== ';') to += 1;
  return { from, to };
};

/** A list of steps in one sentence shares what is said of it once: "… had put on hold: the rule, the port fees of …". */
const ofList = (hit: Hit): Act | null =>
  !(hit.clause.opener !== '' && has(hit.doc, hit.clause, imposing)) &&
  has(hit.doc, segmentOf(hit), suspending)
    ? 'suspend'
    : null;

/** A clause that makes a measure of its own is no item of a list. */
const imposing =
  / (?:impos\w+|plac(?:e|es|ed|ing)|put|puts|add(?:s|ed|ing)?|announc\w+|introduc\w+|launch\w*|open(?:s|ed|ing)?|tighten\w*|expand\w*|issu(?:e|es|ed|ing)) /;

/** Is the span one of promising ("agreed to", "undertook to", "is bound to")? */
export const isPromise = (doc: Doc, part: Span): boolean => has(doc, part, promising);

/** "two rules that tighten controls": what is announced is told in the clause before. */
const announced = (doc: Doc, clause: Clause): boolean => {
  if (has(doc, clause, announcing)) return true;
  const before = doc.clauses[clause.i - 1];
  return (
    clause.opener === 'that' &&
    before?.sentence === clause.sentence &&
    (has(doc, before, announcing) || has(doc, before, / (?:issu(?:e|es|ed|ing)|releas(?:e|es|ed|ing)) /))
  );
};

const asking =
  / (?:urg\w+|call\w* (?:on|for|upon)|demand\w*|ask(?:s|ed|ing)?|want\w*|press\w*|push\w*|seek\w*|sought|should|must|insist\w*|appeal\w*|request\w*|hop(?:e|es|ed|ing)) /;

/** "urged Washington to lift its curbs", "refused to ease them": a measure that others want gone stands. */
const stands = (hit: Hit, clause: Clause): boolean =>
  clause.negated ||
  hit.clause.negated ||
  clause.modality === 'wish' ||
  has(hit.doc, { from: clause.from, to: hit.to }, asking) ||
  has(hit.doc, { from: clause.from, to: hit.to + 8 }, / (?:demands?|conditions?|requests?) /);

/** To suspend what was agreed is done with the agreement; to promise a suspension is not. */
const isPromised = (doc: Doc, clause: Clause, soft: Act): boolean =>
  soft === 'suspend'
    ? has(doc, clause, / (?:promis\w+|pledg\w+|undert\w+) /) ||
      (has(doc, clause, / will also /) && !has(doc, clause, / (?:for (?:one|a|another|\d+)|until|year) /))
    : isPromise(doc, clause);

/** What is told of a restriction that is no softening: proposed, announced, or made. */
export const toldAct = (hit: Hit): Act => {
  const { doc } = hit;
  const clause = governing(doc, hit.clause);
  if (has(doc, clause, proposing) || has(doc, hit.clause, proposing)) return 'propose';
  // A headline in the present tells what is being announced.
  const headline = hit.sentence.headline && clause.tense === 'present' && has(doc, clause, tightening);
  return headline || announced(doc, clause) || announced(doc, hit.clause) ? 'announce' : 'restrict';
};

const changing =
  /^(?:take|come|begin|start|apply|go|be|remain|stay|expire|end|lapse|cover|affect|follow|ease|have|kick|enter|stand|become|face|announce|unveil|publish|impose|introduce|place|issue|make|adopt|put|design|aim|base|know|call|suspend|pause|target|apply)$/;

/** "Beijing's curbs have pushed carmakers to halt lines": what a measure brings about tells only that it stands. */
const isCause = (hit: Hit): boolean => {
  const [verb] = hit.clause.verbs;
  return (
    verb !== undefined &&
    hit.to <= verb.from &&
    verb.from - hit.to <= 8 &&
    !verb.passive &&
    !changing.test(verb.lemma) &&
    hit.clause.opener === '' &&
    hit.clause.subject?.kind !== 'person' &&
    !has(hit.doc, { from: hit.to, to: verb.from }, / (?:,|:|that|which|by) /) &&
    actors(hit.doc, { from: hit.to, to: verb.from }).length === 0
  );
};

/** What the sentence does to the measure that the trigger names; to impose it, where it says nothing else. */
export const actOf = (hit: Hit): Act => {
  const { doc } = hit;
  const clause = governing(doc, hit.clause);
  if (isCause(hit)) return 'stand';
  const soft = softened(doc, hit.clause) ?? softened(doc, clause) ?? ofList(hit);
  if (soft === null) return toldAct(hit);
  if (isPromised(doc, clause, soft)) return 'promise';
  return stands(hit, clause) ? 'stand' : soft;
};
