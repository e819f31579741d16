import { type Fields } from '../rule';
import { type Party } from '../helpers';

export type Authority = Fields['tariff']['authority'];

/** The law or ground in the words beside a duty, closest first. */
const grounds: readonly (readonly [NonNullable<Authority>, RegExp])[] = [
  ['section_301', / (?:section|article) 301 | 301 (?:tariff|dut|investigation)/],
  ['section_232', / section 232 | national security tariffs? /],
  ['section_122', / section 122 /],
  ['section_201', / section 201 | safeguards? /],
  [
    'fentanyl',
    / (?:fentanyl|drugs? that|over drugs|narcotics?|opioids?|illegal drugs?|drug (?:flows?|trafficking|trade)|synthetic opioids?) /,
  ],
  ['reciprocal', / reciprocal (?!tariff cuts)(?!tariff reduction)/],
  [
    'ieepa',
    / (?:ieepa|international emergency economic powers act|emergency (?:economic )?powers|emergency (?:tariff|dut)\w*) /,
  ],
];
const answer =
  / (?:retaliat\w*|answer(?:s|ed|ing)?|repl(?:y|ies|ied)|in return|in response|respond(?:s|ed|ing)?|counter(?:measures?|ed|s)?|counter - (?:dut|tariff|lev)\w+|countermeasures?|in kind|hit back|hits back|struck back|tit - for - tat|match(?:ed|es|ing)?|to get even|reciprocated|followed|fought back) /;

/** Ground named in a text, or null. */
export const groundIn = (text: string): Authority =>
  grounds.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Is the duty told as an answer to the other side's? */
export const isAnswer = (text: string): boolean => answer.test(text);

/** Ground of a duty: the law named beside it, else `retaliation` where China answers. */
export const authorityOf = (near: string, sentence: string, imposer: Party): Authority => {
  const named = groundIn(near);
  if (imposer === 'US') return named;
  return named === 'reciprocal' || named === null ? (isAnswer(sentence) ? 'retaliation' : null) : null;
};
