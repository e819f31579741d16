import { inside, type Clause, type Doc, type Span } from '../../doc';
import { phraseAt, phraseIndex } from '../../phrase-index';
import { clauseAt, perDoc, type Party } from '../helpers';
import { aboutOthers, doersAt, isUndergone, sayersAt } from './speaker';
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

/** What a tone word at a place says of whom. */
const cuesAt = (doc: Doc, place: Span, words: readonly ToneWord[]): Cue[] => {
  const clause = clauseAt(doc.clauses, place.from);
  const sentence = clause === undefined ? undefined : doc.sentences[clause.sentence];
  if (clause === undefined || sentence === undefined || sentence.boilerplate) return [];
  return words.flatMap((word) => {
    const weight = weightOf(word, clause, place);
    const sides = word.as === 'said' ? sayersAt(doc, clause, place) : doersAt(clause, place);
    return sides.flatMap((side) =>
      weight === 0 || aboutOthers(doc, sentence, side)
        ? []
        : [{ from: place.from, to: place.to, side, tone: word.tone, weight, clause }],
    );
  });
};

export const cuesOf = (doc: Doc): Cue[] => {
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

/** A tone is plain where its words weigh so much, and so many times what speaks against it. */
const PLAIN = 2;
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
