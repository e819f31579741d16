import { distance, overlap } from '../shared/calendar';
import { memo } from '../shared/memo';
import { isAlive, type TruceLife, type TruceState } from './truce-life';
import { type TruceWord } from './word';

const NEAR_DAYS = 7;

const wordsOf = memo((name: string): ReadonlySet<string> => new Set(name.split(' ')));

const within = (shorter: string, longer: string): boolean => {
  const words = wordsOf(longer);
  for (const word of wordsOf(shorter)) if (!words.has(word)) return false;
  return true;
};

const goesBy = (life: TruceLife, name: string): boolean =>
  life.names.some(({ key }) => within(key, name) || within(name, key));

const dateFits = ({ agreedOn, since, startedOn, extensions }: TruceLife, { date }: TruceWord): boolean =>
  date === null ||
  [agreedOn, since, startedOn, ...extensions.map(({ on }) => on)].some(
    (own) => own !== null && distance(own, date) <= NEAR_DAYS,
  );

const sameEnd = (life: TruceLife, { until }: TruceWord): boolean =>
  until !== null && life.until !== null && overlap(until, life.until);

const last = (found: readonly number[]): number | null => found.at(-1) ?? null;

const all = (state: TruceState, fits: (life: TruceLife) => boolean): readonly number[] =>
  state.truces.flatMap((life, i) => (fits(life) ? [i] : []));

// Both sides may name one arrangement after different places: the same end, made at the same time, is the same truce.
const byName = (state: TruceState, word: TruceWord, name: string): number | null => {
  const named = last(all(state, (life) => goesBy(life, name)));
  if (named !== null) return named;
  const unnamed = all(
    state,
    (life) => life.names.length === 0 && isAlive(life) && word.date !== null && dateFits(life, word),
  );
  const twin = all(
    state,
    (life) => isAlive(life) && sameEnd(life, word) && word.date !== null && dateFits(life, word),
  );
  return last(twin) ?? last(unnamed);
};

const withoutName = (state: TruceState, word: TruceWord): number | null => {
  const sameTerm = last(all(state, (life) => isAlive(life) && sameEnd(life, word)));
  if (sameTerm !== null) return sameTerm;
  if (word.date !== null && word.act === 'agreed') return last(all(state, (life) => dateFits(life, word)));
  return state.main ?? last(all(state, isAlive)) ?? last(all(state, () => true));
};

/** Which of the truces known on the day is meant; null: none of them, it is another. */
export const identify = (state: TruceState, word: TruceWord): number | null =>
  word.name === null ? withoutName(state, word) : byName(state, word, word.name);
