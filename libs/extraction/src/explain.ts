import { type Extraction, type Observation } from '@app/contracts';
import { type ArticleInput } from './article';

const bookkeeping = new Set([
  'id',
  'type',
  'evidence',
  'sentence',
  'ruleId',
  'confidence',
  'news',
  'source',
  'trace',
]);

const fieldsOf = (observation: Observation): string =>
  Object.entries(observation)
    .filter(([name, value]) => !bookkeeping.has(name) && value !== null)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');

/** Puts ⟦1 … ⟧ around the evidence of the first, ⟦2 … ⟧ of the second; spans may nest. */
const marked = (text: string, where: 'title' | 'text', observations: readonly Observation[]): string => {
  const marks = observations.flatMap((o, i) =>
    o.evidence.in === where
      ? [
          { at: o.evidence.start, mark: `⟦${i + 1} ` },
          { at: o.evidence.end, mark: '⟧' },
        ]
      : [],
  );
  marks.sort((a, b) => a.at - b.at);
  let done = 0;
  const parts: string[] = [];
  for (const { at, mark } of marks) {
    parts.push(text.slice(done, at), mark);
    done = at;
  }
  return [...parts, text.slice(done)].join('');
};

const chain = (observation: Observation, i: number): string[] => [
  '',
  `⟦${i + 1}⟧ ${observation.type} ${fieldsOf(observation)}`,
  `  id          ${observation.id}`,
  `  evidence    "${observation.evidence.text}" (${observation.evidence.in} ${observation.evidence.start}-${observation.evidence.end})`,
  `  confidence  ${observation.confidence}, ${observation.news ? 'news' : 'background'}, source ${observation.source}`,
  ...observation.trace.map((t) => `  ${t.step.padEnd(11)} ${t.detail}`),
];

/** Lines for a terminal: the text with the evidence marked, then for each observation the chain that led to it. */
export const explain = (article: ArticleInput, extraction: Extraction): string[] => {
  const shown = extraction.observations;
  return [
    marked(article.title, 'title', shown),
    '',
    ...marked(article.text, 'text', shown).split('\n'),
    '',
    `relevant ${extraction.relevant}${extraction.reason === null ? '' : ` (${extraction.reason})`}, ${extraction.direction}, language ${extraction.language}`,
    ...shown.flatMap(chain),
  ];
};
