import { wordAt } from '../../doc';
import { has, isLead } from '../helpers';
import { type Hit } from '../rule';
import { clauseKey, type StatusKey } from '../status';
import { type Frame } from './frames';
import { type Pact } from './pact';
import { untilIn } from './slots';
import { truceStatus, type TruceStatus } from './truce-status';

/** A pact of so many days ago is still news; an older one is background. */
const NEWS_DAYS = 10;

const HISTORY_DAYS = 700;

const ageInDays = (hit: Hit, date: string): number => {
  const day = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
  return (Date.parse(hit.doc.published ?? day) - Date.parse(day)) / 86_400_000;
};

/** Was it concluded just now? By its date, else by where and how the text tells it. */
const isNews = (hit: Hit, frame: Frame, date: string | null): boolean => {
  const { published } = hit.doc;
  if (date?.length === 10) return ageInDays(hit, date) <= NEWS_DAYS;
  if (date !== null) return date === published?.slice(0, 7) && !frame.behind;
  return (
    isLead(hit) && !frame.behind && (frame.clause.tense !== 'past-perfect' || frame.clause.speaker !== null)
  );
};

/** "Optimism for the two to strike a deal", "as they sign the pact": not yet, unless somebody "managed to". */
const isToBeReached = ({ verb, clause }: Frame): boolean => {
  if (verb === null || verb.tense === 'past') return false;
  const head = clause.verbs[0];
  if (verb.infinitive)
    return head !== verb && !/^(?:manage|help|work|come|gather|meet|go)$/.test(head?.lemma ?? '');
  return /^(?:as|when|once|until)$/.test(clause.opener) && clause.tense === 'present';
};

const keyOf = (frame: Frame, headline: boolean): Pick<StatusKey, 'tense' | 'modality' | 'negated'> => {
  const own = { ...clauseKey(frame.clause), negated: frame.verb?.negated === true };
  // Headlines tell in the present what is over.
  const key = headline && own.tense === 'present' ? { ...own, tense: 'past' } : own;
  if (frame.class === 'reach' && key.modality === 'fact' && isToBeReached(frame))
    return { ...key, modality: 'plan' };
  // "Agreed on a framework to carry out the truce": what is planned is the carrying out.
  const plain = frame.verb !== null && frame.verb.modal === null && !frame.verb.infinitive;
  return plain && key.modality === 'plan' ? { ...key, modality: 'fact', tense: frame.verb.tense } : key;
};

/** "Accused China of breaking the terms of their truce": read as a charge. */
const BROKEN =
  / (?:violat\w+|breach\w*|breaking|broken|broke|undermin\w+|flout\w+|reneg\w+|slow - rolling|compliance with|slow - walking|dragging its feet|not (?:met|meeting|kept|keeping|honou?r\w+|fulfil\w+|liv\w+ up)|fail\w* to|short of) /;

/** Named without a verb that says more: it stands. */
const standing = (hit: Hit, pact: Pact): TruceStatus | null => {
  const before = { from: Math.max(hit.sentence.from, pact.phrase.from - 5), to: pact.phrase.from };
  if (has(hit.doc, before, BROKEN)) return null;
  if (has(hit.doc, pact.phrase, / (?:former|earlier|previous|old) /)) return null;
  const plain = /^(?:bargain|understanding|settlement|compromise)$/.test(hit.trigger);
  if (plain && !/^(?:the|that|this)$/.test(wordAt(hit.doc.tokens, pact.phrase.from))) return null;
  const under = /^(?:under|during)$/.test(wordAt(hit.doc.tokens, pact.phrase.from - 1));
  return (pact.definite || under) && (pact.strong || pact.name !== null) ? 'in_force' : null;
};

const isHistory = (hit: Hit, frame: Frame, date: string | null): boolean =>
  date !== null && ageInDays(hit, date) > HISTORY_DAYS && frame.class !== 'expire';

/** "Ordered a pause", "won a reprieve": one side's doing; a truce is told by what becomes of it. */
const isPauseMade = (hit: Hit, frame: Frame): boolean => {
  if (hit.trigger === 'suspension') return frame.class !== 'extend' || untilIn(hit, hit.sentence) === null;
  const pause = /^(?:pause|reprieve|respite|breather)$/.test(hit.trigger);
  return pause && !/^(?:extend|expire|start|keep|strain|endanger|)$/.test(frame.class);
};

/** Where a pact stands by what governs its noun; null where that tells nothing. */
export const statusOf = (hit: Hit, pact: Pact, frame: Frame, date: string | null): TruceStatus | null => {
  const former = has(hit.doc, pact.phrase, / (?:former|old|bygone) /);
  if (former && /^(?:|keep|start)$/.test(frame.class)) return null;
  if (isPauseMade(hit, frame)) return null;
  // A pact of years ago is history, whatever became of it.
  if (isHistory(hit, frame, date)) return 'agreed';
  if (frame.class === 'seek' && pact.name === 'Phase One') return null;
  const { headline } = hit.sentence;
  if (headline && wordAt(hit.doc.tokens, hit.to) === ':') return 'agreed';
  if (frame.class === '') return standing(hit, pact);
  const when = frame.class === 'reach' && !isNews(hit, frame, date) ? 'old' : 'news';
  return truceStatus({ class: frame.class, when, ...keyOf(frame, headline) }, hit.note);
};
