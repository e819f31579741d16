import { type Doc } from '../../doc';
import { wordTable } from '../../vocabulary';
import { perDoc, type Party } from '../helpers';
import { type Fields } from '../rule';
import { sectors } from './words';
import { type Coverage } from './coverage';

export type Authority = Fields['tariff']['authority'];
export type Law = NonNullable<Authority>;

/** The law or ground in the words beside a duty. */
const grounds: readonly (readonly [Law, RegExp])[] = [
  ['section_301', / (?:section|article) 301 | 301 (?:tariff|dut|investigation|probe)/],
  ['section_232', / section 232 | national security tariffs? /],
  ['section_122', / section 122 /],
  ['section_201', / section 201 | safeguard /],
  [
    'fentanyl',
    / (?:fentanyl|over (?:illegal |illicit )?drugs|drugs that flow|narcotics?|opioids?|drug (?:flows?|trafficking|trade)) /,
  ],
  ['reciprocal', / reciprocal (?!tariff (?:cut|reduction))/],
  [
    'ieepa',
    / (?:ieepa|international emergency economic powers act|emergency (?:economic )?powers|emergency (?:tariff|dut)\w*) /,
  ],
];
/** A word of each, without which it is not named. */
const signs = wordTable<Law>([
  ['301', 'section_301'],
  ['232', 'section_232'],
  ['security', 'section_232'],
  ['122', 'section_122'],
  ['201', 'section_201'],
  ['safeguard', 'section_201'],
  ['fentanyl', 'fentanyl'],
  ['drug', 'fentanyl'],
  ['drugs', 'fentanyl'],
  ['narcotic', 'fentanyl'],
  ['narcotics', 'fentanyl'],
  ['opioid', 'fentanyl'],
  ['opioids', 'fentanyl'],
  ['reciprocal', 'reciprocal'],
  ['ieepa', 'ieepa'],
  ['international', 'ieepa'],
  ['emergency', 'ieepa'],
]);
const answer =
  / (?:retaliat\w*|answer(?:s|ed|ing)?|repl(?:y|ies|ied)|in return|in response|responded|responds|responding|response|countered|counters|counter - ?(?:dut|tariff|lev)\w+|countermeasures?|in kind|hit back|hits back|struck back|strikes back|tit - for - tat|to get even|reciprocated|fought back|fights back) /;

/** The grounds of which a text has a word without which none is named: few texts have one of each. */
const spokenOf = perDoc((doc): readonly (readonly [Law, RegExp])[] => {
  const laws = new Set(doc.tokens.flatMap((token) => signs[token.word] ?? []));
  return grounds.filter(([law]) => laws.has(law));
});

/** Grounds named in a text of the document. */
export const groundsIn = (doc: Doc, text: string): ReadonlySet<Law> =>
  new Set(spokenOf(doc).flatMap(([law, pattern]) => (pattern.test(text) ? [law] : [])));

/** The ground named nearest behind or ahead of a rate, by its words on either side. */
const nearestGround = ({ doc, ahead, behind }: Grounded): Authority => {
  let best: Authority = null;
  let distance = Infinity;
  for (const [law, pattern] of spokenOf(doc)) {
    const after = behind.search(pattern);
    if (after >= 0 && after < distance) [best, distance] = [law, after];
    for (let at = ahead.search(pattern), from = 0; at >= 0; at = ahead.slice(from).search(pattern)) {
      from += at + 1;
      if (ahead.length - from < distance) [best, distance] = [law, ahead.length - from];
    }
  }
  return best;
};

/** What is known of a duty when its ground is asked for. */
export interface Grounded {
  readonly doc: Doc;
  readonly imposer: Party;
  readonly coverage: Coverage;
  /** Words of the stretch before and behind the rate, and of the sentence with the one before it. */
  readonly ahead: string;
  readonly behind: string;
  readonly around: string;
  readonly laws: ReadonlySet<Law>;
}

/** What the lists of 2024 name beside metal. */
const of301 = /products|batter|solar|electric|chips|semiconductors|mineral/;

/** Metal, cars and the like rest on the national-security law, where it is named close by; on Section 301 where that is the one law named. */
const ofSector = (g: Grounded): Authority => {
  if (g.around.includes('section 232')) return 'section_232';
  const only = g.laws.has('section_301') && !g.laws.has('section_232');
  return only && of301.test(g.coverage.product ?? '') ? 'section_301' : null;
};

/** Lists and products: a law named anywhere holds for all of them, the national-security law for its sectors. */
const ofProduct = (g: Grounded, near: Authority): Authority => {
  const sector = sectors.test(g.coverage.product ?? '');
  if (near?.startsWith('section') === true) return near;
  if (g.laws.has('section_201') && /solar panel|wash/.test(g.coverage.product ?? '')) return 'section_201';
  if (sector) return ofSector(g);
  return g.laws.has('section_301') ? 'section_301' : null;
};

/** Grounds of a duty on everything, of which one at most is named in a plain report. */
const boardLaws: readonly Law[] = ['fentanyl', 'reciprocal', 'section_122', 'ieepa'];

const ofAll = (g: Grounded, near: Authority): Authority => {
  if (near !== null || !/ (?:additional|extra|another|further) /.test(g.ahead + g.behind)) return near;
  const named = boardLaws.filter((law) => g.laws.has(law));
  const [only] = named.filter((law) => law !== 'ieepa');
  return named.filter((law) => law !== 'ieepa').length === 1 ? (only ?? null) : null;
};

/** Ground of a duty: the law named beside it, or once for the whole text; `retaliation` where China answers and names none. */
export const authorityOf = (g: Grounded): Authority => {
  const near = nearestGround(g);
  if (g.imposer === 'CN') return near === 'reciprocal' && / points? /.test(g.behind) ? near : answerOf(g);
  return g.coverage.scope === 'product' ? ofProduct(g, near) : ofAll(g, near);
};

const answerOf = (g: Grounded): Authority => (answer.test(g.around) ? 'retaliation' : null);
