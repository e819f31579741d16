import { type Place } from '../shared/observation';
import { type Archive } from './archive';

/** Who published a reading of an article, where and under which title; or an operator's name and reason. */
interface Heading {
  readonly publisher: string;
  readonly url: string | null;
  readonly title: string;
}

/** What an answer shows as evidence of a statement and no reading rests on. */
export interface Words extends Heading {
  readonly words: string;
  readonly sentence: string;
  readonly ruleId: string;
}

// In the archive: three texts for each statement, then those of the heading; the url only where there is one.
const EACH = 3;

/** Gives the place in the archive. */
export const keepWords = (
  archive: Archive,
  { publisher, url, title }: Heading,
  told: readonly Place[],
): number =>
  archive.keep([
    ...told.flatMap(({ evidence, sentence, ruleId }) => [evidence.text, sentence.text, ruleId]),
    ...[publisher, title],
    ...(url === null ? [] : [url]),
  ]);

/** Those of the n-th of `count` statements. */
export const readWords = (
  archive: Archive,
  place: number,
  { nth, count }: { readonly nth: number; readonly count: number },
): Words => {
  const texts = archive.read(place);
  const [words = '', sentence = '', ruleId = ''] = texts.slice(nth * EACH, (nth + 1) * EACH);
  const [publisher = '', title = '', url = null] = texts.slice(count * EACH);
  return { words, sentence, ruleId, publisher, title, url };
};
