import { type GoldArticle } from '../corpus';
import { findAll, rewrite, type Find } from './edits';

type Wording = (article: GoldArticle) => GoldArticle;

const said =
  (...finds: readonly Find[]): Wording =>
  (article) =>
    finds.reduce(rewrite, article);

const words =
  (pairs: Readonly<Record<string, string>>): Find =>
  (text) =>
    findAll(
      new RegExp(`\\b(?:${Object.keys(pairs).join('|')})\\b`, 'g'),
      ([word]) => pairs[word] ?? null,
    )(text);

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Ways of writing one thing, as papers differ in them. Each leaves what is told as it is. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  'percent signs spelt out': said(findAll(/(?<=\d)%/g, () => ' percent')),
  'percent as the sign': said(findAll(/(?<=\d) (?:per cent|percent)\b(?! of\b)/g, () => '%')),
  'British per cent': said(findAll(/(?<=\d)(?:%| percent\b)/g, () => ' per cent')),
  'billions in short': said(findAll(/(?<=\$\d+(?:[.]\d+)?) billion\b/g, () => 'bn')),
  'billions in full': said(findAll(/(?<=\$\d+(?:[.]\d+)?)bn\b/g, () => ' billion')),
  'duties for tariffs': said(
    words({
      tariffs: 'duties',
      tariff: 'duty',
      Tariffs: 'Duties',
      duties: 'tariffs',
      duty: 'tariff',
      Duties: 'Tariffs',
    }),
    // "a duty truce" is no English: as the first half of a compound the word stays.
    findAll(
      /\bduty (?=truce|war|commission|lines?|headings?|hike|cuts?|rises?|increase|deal|quarrel|talks|edifice|threat|dispute|item)/g,
      () => 'tariff ',
    ),
  ),
  'the United States for US': said(
    findAll(
      /\b[Tt]he (?:US|U\.S\.)(?= (?:will|has|is|and|to|on|said|charges|levies|keeps|had)\b)/g,
      ([match]) => (match.startsWith('T') ? 'The United States' : 'the United States'),
    ),
  ),
  'American for US': said(
    findAll(/\b(?:US|U\.S\.)(?= (?:tariffs?|dut(?:y|ies)|goods|products|rate|levy)\b)/g, () => 'American'),
  ),
  'days before months': said(
    findAll(
      new RegExp(`\\b(${MONTHS}) (\\d{1,2})(?![\\d,]|st|nd|rd|th|\\s*(?:to|and|or|-|–)\\s*\\d)\\b`, 'g'),
      ([, month, day]) => `${String(day)} ${String(month)}`,
    ),
  ),
  'months before days': said(
    findAll(
      new RegExp(`(?<!\\d\\s*(?:to|and|or|-|–)\\s*)\\b(\\d{1,2}) (${MONTHS})\\b(?! \\d)`, 'g'),
      ([, day, month]) => `${String(month)} ${String(day)}`,
    ),
  ),
  'came into force for took effect': said(
    words({
      'took effect': 'came into force',
      'takes effect': 'comes into force',
      'take effect': 'come into force',
      'came into force': 'took effect',
      'comes into force': 'takes effect',
      'come into force': 'take effect',
    }),
  ),
};
