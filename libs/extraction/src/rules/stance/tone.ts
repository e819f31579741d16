import { inside, type Clause, type Doc, type Span } from '../../doc';
import { phraseAt, phraseIndex } from '../../phrase-index';
import { clauseAt, isActor, opposite, party, perDoc, words, type Party } from '../helpers';
import { blames } from './blame';
import { aboutOthers, doersAt, isUndergone, paperOf, sayersAt } from './speaker';
import { toneWords, type Tone, type ToneWord } from './words';

/** One tone word in a side's mouth. */
export interface Cue extends Span {
  readonly side: Party;
  readonly tone: Tone;
  readonly weight: number;
  readonly clause: Clause;
}

const index = phraseIndex(toneWords);

const weightOf = (word: ToneWord, clause: Clause, place: Span): number => {
  if (word.as === 'act' && isUndergone(clause, place)) return 0;
  if (clause.negated && (word.tone === 'conciliatory' || word.as === 'act')) return 0;
  if (clause.modality === 'condition' && word.tone === 'conciliatory') return 0;
  const former = clause.tense === 'past-perfect' && clause.verbs[0]?.tense === 'past-perfect';
  return former ? word.weight / 2 : word.weight;
};

/** So near behind "thanked" stands who is thanked. */
const OBJECT = 3;

/** "He thanked the Chinese leader": nobody thanks or praises his own side, whoever "he" was taken for. */
const otherThanObject = (doc: Doc, word: ToneWord, side: Party, place: Span): Party => {
  if (word.tone !== 'conciliatory' || word.as !== 'act') return side;
  const object = inside(doc.mentions, { from: place.to, to: place.to + OBJECT + 3 }).find(isActor);
  const own = object?.side === side && object.from - place.to <= OBJECT;
  return own ? (opposite(side) ?? side) : side;
};

/** "Both should be friends": who asks it of himself as well is not on his guard. */
const isOfAll = (doc: Doc, clause: Clause, side: Party, place: Span): boolean => {
  const { subject } = clause;
  if (words(doc, place) !== 'should' || subject === null) return false;
  return party(subject.side) !== opposite(side) || isJoint(doc, subject);
};

const isJoint = (doc: Doc, subject: Span): boolean =>
  /(?:^| )and(?: the)?$/.test(words(doc, { from: subject.from - 2, to: subject.from }));

/** "The US should resolve it by dialogue": what is asked of the other side is no kindness. */
const isAsked = (doc: Doc, word: ToneWord, clause: Clause, side: Party): boolean => {
  const { subject } = clause;
  if (word.tone !== 'conciliatory' || clause.modality !== 'wish' || subject === null) return false;
  return party(subject.side) === opposite(side) && !isJoint(doc, subject);
};

/** A tone is plain where its words weigh so much … */
const PLAIN = 2;

/** A government's paper is dry: its words that need company count half, "committed to", "actions". */
const PAPER = 0.5;

/** Whose a tone word is, and how much of its weight counts. */
interface Teller {
  readonly side: Party;
  readonly share: number;
}

const tellersOf = (doc: Doc, word: ToneWord, clause: Clause, place: Span): readonly Teller[] => {
  if (word.as === 'act' || word.as === 'mood')
    return doersAt(clause, place).map((side) => ({
      side: otherThanObject(doc, word, side, place),
      share: 1,
    }));
  const sayers = sayersAt(doc, clause, place);
  const paper = sayers.length === 0 ? paperOf(doc, place) : null;
  const share = word.as === 'said' && word.weight < PLAIN ? PAPER : 1;
  const all = paper === null ? sayers.map((side) => ({ side, share: 1 })) : [{ side: paper, share }];
  return word.as === 'said' ? all : all.filter(({ side }) => blames(doc, clause, place, side));
};

/** What a tone word at a place says of whom. */
const cuesAt = (doc: Doc, place: Span, said: readonly ToneWord[]): Cue[] => {
  const clause = clauseAt(doc.clauses, place.from);
  const sentence = clause === undefined ? undefined : doc.sentences[clause.sentence];
  if (clause === undefined || sentence === undefined || sentence.boilerplate) return [];
  return said.flatMap((word) => {
    const weight = weightOf(word, clause, place);
    if (weight === 0) return [];
    return tellersOf(doc, word, clause, place).flatMap(({ side, share }) =>
      isAsked(doc, word, clause, side) ||
      isOfAll(doc, clause, side, place) ||
      aboutOthers(doc, sentence, side)
        ? []
        : [{ from: place.from, to: place.to, side, tone: word.tone, weight: weight * share, clause }],
    );
  });
};

const cuesOf = (doc: Doc): Cue[] => {
  const found: Cue[] = [];
  for (let i = 0; i < doc.tokens.length; i += 1) {
    const hit = phraseAt(index, doc.tokens, i);
    if (hit === null) continue;
    found.push(...cuesAt(doc, { from: i, to: hit.to }, hit.entry));
    i = hit.to - 1;
  }
  return found;
};

const sum = (cues: readonly Cue[], tone: Tone): number =>
  cues.reduce((total, c) => (c.tone === tone ? total + c.weight : total), 0);

/** … and so many times what speaks against it. */
const LEAD = 1.5;

export interface Verdict {
  readonly tone: Tone;
  readonly best: Cue;
  /** Every tone word in the side's mouth: what was weighed. */
  readonly cues: readonly Cue[];
}

const judge = (cues: readonly Cue[]): Verdict | null => {
  const hostile = sum(cues, 'hostile');
  const conciliatory = sum(cues, 'conciliatory');
  const cautious = sum(cues, 'cautious');
  const of = (tone: Tone): Verdict | null => {
    const own = cues.filter((c) => c.tone === tone);
    const best = own.reduce<Cue | undefined>(
      (a, b) => (a === undefined || b.weight > a.weight ? b : a),
      undefined,
    );
    return best === undefined ? null : { tone, best, cues };
  };
  if (hostile >= PLAIN && hostile >= LEAD * conciliatory && hostile > cautious) return of('hostile');
  if (conciliatory >= PLAIN && conciliatory >= LEAD * (hostile + cautious / 2)) return of('conciliatory');
  if (cautious >= PLAIN) return of('cautious');
  return null;
};

/** The plain tone of each side's own words in the document; a side without one is left out. */
export const tonesOf = perDoc((doc): ReadonlyMap<Party, Verdict> => {
  const cues = cuesOf(doc);
  const sides: readonly Party[] = ['US', 'CN'];
  return new Map(
    sides.flatMap((side): [Party, Verdict][] => {
      const verdict = judge(cues.filter((c) => c.side === side));
      return verdict === null ? [] : [[side, verdict]];
    }),
  );
});

export const evidenceOf = (doc: Doc, { best }: Verdict): Span => {
  const subject = best.clause.subject;
  const inClause = subject !== null && inside([subject], best.clause).length > 0 && subject.from < best.from;
  return {
    from: inClause ? subject.from : Math.max(best.clause.from, best.from - 4),
    to: Math.min(best.clause.to, best.to + 4),
  };
};
