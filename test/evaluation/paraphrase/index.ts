import { type GoldArticle } from '../corpus';
import { hash, seeded } from '../random';
import { otherDays } from './days';
import { otherPersons, otherPlaces, otherSources } from './names';
import { otherOrder } from './order';
import { otherRates } from './rates';
import { otherSpeech, passive } from './voice';
import { WORDINGS } from './wording';

const FACTORS = [0.4, 0.8, 1.2, 1.6, 2];
const WEEKS = [-3, -2, -1, 1, 2, 3];

/**
 * The article told otherwise `count` times: other persons of the same office, places, sources, rates, days, order of
 * paragraphs and of speech, ways of writing. Labels and evidence change alike, so that they stay true. The same article
 * always gives the same paraphrases. What cannot be changed without doubt in an article is left as it is.
 */
export const paraphrases = (article: GoldArticle, count: number): readonly GoldArticle[] =>
  Array.from({ length: count }, (_, n) => {
    const next = seeded(hash(`${article.id}/${n}`));
    const pick = <T>(of: readonly T[], otherwise: T): T => of[Math.floor(next() * of.length)] ?? otherwise;
    const factor = pick(FACTORS, 2);
    const weeks = pick(WEEKS, 1);
    const steps: readonly ((of: GoldArticle) => GoldArticle)[] = [
      otherPersons,
      otherPlaces,
      otherSources,
      (of) => otherRates(of, factor),
      (of) => otherDays(of, weeks),
      otherOrder,
      otherSpeech,
      passive,
      pick(Object.values(WORDINGS), otherSources),
      pick(Object.values(WORDINGS), otherSources),
    ];
    // About two of three steps each time, so that an error shows which change it comes from.
    const told = steps.filter(() => next() < 0.67).reduce((of, step) => step(of), article);
    return { ...told, id: `${article.id}~${n + 1}` };
  });
