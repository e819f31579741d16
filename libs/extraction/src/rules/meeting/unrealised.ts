import { wordAt } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';

const NEVER_CAME =
  / (?:not|hasn't|haven't|didn't|never|yet to|failed to) (?:yet |so far |actually )?(?:happen\w*|materiali[sz]e\w*|take place|taken place|occur\w*|come about|come off|come to pass) /;
const WAS_DUE = / (?:due|scheduled|planned|set|slated|expected) (?:for|on|to|in|at) /;

/** "A call that had been due on Saturday did not take place": put off where its day was told, else still to come. */
export const neverCame = (hit: Hit): 'postponed' | 'proposed' | null => {
  const { doc, sentence, clause } = hit;
  const rest = { from: hit.to, to: sentence.to };
  if (clause.speaker !== null || !has(doc, rest, NEVER_CAME)) return null;
  return has(doc, rest, WAS_DUE) ? 'postponed' : 'proposed';
};

/** "There are no talks scheduled": denies nothing. */
const NONE_PLANNED = / (?:scheduled|planned|set|due|expected|foreseen) /;
export const isNonePlanned = ({ doc, to, clause }: Hit): boolean =>
  has(doc, clause, NONE_PLANNED) || has(doc, { from: to, to: to + 2 }, NONE_PLANNED);

/** "If the talks fail": what may become of them, no talks to come. */
export const isFeared = ({ clause }: Hit): boolean =>
  clause.modality === 'condition' &&
  clause.verbs.some((v) => /^(?:fail|collapse|break|stall|falter|founder)$/.test(v.lemma));

/** "In no hurry to speak", "no reason to meet", "would have met": none that is to come. */
const UNWILLING =
  / (?:no (?:hurry|rush|reason|need|plans?|point|desire|interest|intention)|not in a (?:hurry|rush)|refus\w+|declin\w+|too (?:early|soon)|reluctant|unwilling|unlikely|would have) /;
const UNWILLING_REACH = 8;
export const isUnwilling = ({ doc, clause, from, to }: Hit): boolean =>
  has(doc, { from: Math.max(clause.from, from - UNWILLING_REACH), to }, UNWILLING);

const LINING_UP =
  / (?:line up|lining up|lined up|set up|setting up|arrang\w+|pin down|work\w* towards?|working on|preparing|preparations for) /;
const HOPING =
  / (?:(?:hopes?|prospects?|chances?|possibility|idea|aim|view) (?:of|for|to) (?:starting|resuming|restarting|opening|holding|reviving|having|getting|reopening)|(?:willing|ready|prepared|open|happy|eager|keen) (?:to|for)) /;
const LEADING = 7;

/** "Working to line up a meeting", "in the hope of starting talks", "ready to hold consultations": what stands before the noun's own verb. */
export const byWish = (hit: Hit): 'ahead' | 'wish' | 'none' => {
  const { doc, clause } = hit;
  const near = { from: Math.max(hit.sentence.from, hit.from - LEADING), to: hit.from };
  if (has(doc, near, HOPING)) return 'wish';
  const hoped = clause.opener === 'that' && /^hopes?$/.test(wordAt(doc.tokens, clause.from - 1));
  if (hoped && !clause.negated) return 'wish';
  return clause.tense !== 'past' && has(doc, near, LINING_UP) ? 'ahead' : 'none';
};
