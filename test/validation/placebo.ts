import { extract } from '@app/extraction';
import { observedOf, relationOf, type Told } from './articles';
import { dailyTension } from './tension-days';
import { type Series } from './statistics';

// Trade disputes with others must not move the index: those of the corpus, and those of the corpus told of another country.

interface Country {
  readonly name: string;
  readonly swaps: readonly (readonly [RegExp, string])[];
}

const country = (
  name: string,
  adjective: string,
  capital: string,
  leader: readonly [string, string],
): Country => ({
  name,
  swaps: [
    [/\bXi Jinping\b/g, leader.join(' ')],
    [/\bXi\b/g, leader[1]],
    [/\bChinese\b/g, adjective],
    [/\bPeople's Republic of China\b/g, name],
    [/\bChina\b/g, name],
    [/\bBeijing\b/g, capital],
  ],
});

const COUNTRIES: readonly Country[] = [
  country('India', 'Indian', 'New Delhi', ['Narendra', 'Modi']),
  country('Canada', 'Canadian', 'Ottawa', ['Mark', 'Carney']),
  country('the European Union', 'European', 'Brussels', ['Ursula', 'von der Leyen']),
];

/** What still tells of China once country, capital and leader are another's: such an article is no placebo. */
const STILL_CHINA =
  /\b(?:PRC|CCP|Sino|Communist Party|Hong Kong|Macau|Taiwan|Taipei|Xinjiang|Shanghai|Guangzhou|Shenzhen|Wuhan|Tianjin|Huawei|ZTE|SMIC|TikTok|ByteDance|COSCO|yuan|renminbi|MOFCOM|Liu He|He Lifeng|Lifeng|Wang Yi|Wang Wentao|Wentao|Li Chenggang|Zhong Shan|Li Qiang|Li Keqiang|Han Zheng|Hu Chunhua|Xinhua|Global Times)\b/;

const toldOf = (text: string, { swaps }: Country): string =>
  swaps.reduce((all, [from, to]) => all.replace(from, to), text);

export interface Placebo {
  readonly what: string;
  readonly articles: number;
  /** Articles in which the engine read anything. */
  readonly read: number;
  readonly observations: number;
  /** By how much the index differs at most, on any day, once they are recorded. */
  readonly mostMoved: number;
  readonly names: readonly string[];
}

const mostApart = (a: Series, b: Series): number =>
  Math.max(...[...a].map(([day, value]) => Math.abs(value - (b.get(day) ?? 0))));

const tried = (
  what: string,
  base: readonly Told[],
  added: readonly Told[],
  days: readonly string[],
): Placebo => {
  const without = relationOf(base.map((one) => observedOf(one, 'extraction')));
  const withThem = relationOf([...base, ...added].map((one) => observedOf(one, 'extraction')));
  const read = added.filter(({ readings }) => readings.extraction.observations.length > 0);
  return {
    what,
    articles: added.length,
    read: read.length,
    observations: read.reduce((sum, { readings }) => sum + readings.extraction.observations.length, 0),
    mostMoved: mostApart(dailyTension(withThem, days).index, dailyTension(without, days).index),
    names: read.map(({ article }) => article.externalId ?? article.id),
  };
};

const moved = ({ article, readings }: Told, to: Country): Told => {
  const told = {
    ...article,
    id: `${article.id}-${to.name}`,
    externalId: `${article.externalId ?? article.id} (${to.name})`,
    url: null,
    title: toldOf(article.title, to),
    text: toldOf(article.text, to),
  };
  return { article: told, readings: { ...readings, extraction: extract(told) } };
};

/**
 * What articles about others do to the index over some days. `corpus`: articles with labels, of which the irrelevant are
 * the first placebo; the relevant, told of another country in place of China, are the others.
 */
export const placebos = (corpus: readonly Told[], days: readonly string[]): readonly Placebo[] => {
  const base = corpus.filter(({ readings }) => readings.labels.relevant);
  const irrelevant = corpus.filter(({ readings }) => !readings.labels.relevant);
  return [
    tried('labelled irrelevant', base, irrelevant, days),
    ...COUNTRIES.map((to) => {
      const others = base
        .map((one) => moved(one, to))
        .filter(({ article }) => !STILL_CHINA.test(`${article.title}\n${article.text}`));
      return tried(`told of ${to.name}`, base, others, days);
    }),
  ];
};
