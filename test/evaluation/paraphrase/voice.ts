import { type GoldArticle, type GoldLine } from '../corpus';

const WHO = '(?<who>[A-Z][^,."“”:;\\n]{2,60}?)';
const SAID = '(?<said>said|announced|reported|wrote)(?<when> on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?';
const CLAUSE = '(?<what>[^."“”:;\\n]{20,})';
/** "X said on Friday that Y." and "Y, X said on Friday." */
const REPORT_FIRST = new RegExp(`^${WHO} ${SAID} that ${CLAUSE}[.]$`);
const REPORT_LAST = new RegExp(`^${CLAUSE}, (?<who>[^,."“”:;\\n]{3,60}?) ${SAID}[.]$`);
/** A pronoun might point to another person once its sentence is turned. */
const POINTS =
  /\b(?:he|she|his|her|him|it|its|they|their|them|this|that|these|those|who|and|but|nothing|nobody)\b/i;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lower = (text: string): string =>
  /^(?:The|A|An|Those|Some|No|All|Both|Ships|Talks|Tariffs|Duties)\b/.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;

const named =
  (match: RegExpExecArray | null) =>
  (group: string): string =>
    match?.groups?.[group] ?? '';

/** Reported speech turned around; null where that would not be plain. */
const reportTurned = (sentence: string): string | null => {
  const first = REPORT_FIRST.exec(sentence);
  const of = named(first ?? REPORT_LAST.exec(sentence));
  const [who, what] = [of('who'), of('what')];
  if (what === '' || POINTS.test(what) || POINTS.test(who)) return null;
  const said = `${of('said')}${of('when')}`;
  return first === null
    ? `${capital(who)} ${said} that ${lower(what)}.`
    : `${capital(what)}, ${lower(who)} ${said}.`;
};

const ACTOR =
  '(?<actor>(?:The United States|The US|China|Beijing|Washington|(?:President )?(?:Donald )?Trump|(?:President )?(?:Joe )?Biden))';
const DONE =
  'raised|lifted|doubled|halved|suspended|imposed|charged|cut|fixed|tightened|extended|cancelled|ended|ordered|announced';
const GOODS =
  '(?:goods|products|imports|semiconductors|steel and aluminum|steel and aluminium|chips|US cars and parts)(?: from China| from the United States| over technology transfer)?';
const THING = `(?<thing>(?:(?:its|the|a|an|new|extra|more) [a-z -]*?|\\d[\\d.]*)(?:%| percent| per cent|tariffs?|dut(?:y|ies)|controls|list)(?: on (?:[\\w$%.-]+ ){0,5}${GOODS})?)`;
const ACTIVE = new RegExp(
  `^${ACTOR}(?<when> on [A-Z][a-z]+day,?(?: \\d{1,2} [A-Z][a-z]+,)?)? (?<aux>has |will )?(?:meanwhile )?(?<did>${DONE}|charge|raise|suspend|impose|extend) ${THING}(?! of | and | from (?:the|China)|[^.]* and [a-z]+ed )(?<rest>(?: [^"“”]*)?)[.]$`,
);

const participle = (verb: string): string =>
  verb.endsWith('ed') || verb === 'cut' ? verb : `${verb.replace(/e$/, '')}ed`;

const being = (aux: string, many: boolean): string => {
  if (aux === 'will ') return 'will be';
  if (aux === 'has ') return many ? 'have been' : 'has been';
  return many ? 'were' : 'was';
};

/** "China suspended its duties on cars." becomes "The duties on cars were suspended by China."; null where it cannot. */
const madePassive = (sentence: string): string | null => {
  const match = ACTIVE.exec(sentence);
  if (match === null) return null;
  const of = named(match);
  const subject = capital(of('thing').replace(/^its (?:own )?/, 'the '));
  const many = /\b(?:tariffs|duties|controls)\b/.test(subject);
  const done = `${being(of('aux'), many)} ${participle(of('did'))}`;
  return `${subject} ${done} by ${lower(of('actor'))}${of('when').replace(/,/g, '')}${of('rest')}.`;
};

type Turn = (sentence: string) => string | null;

/** A label's words where they still stand, else the whole sentence that they stood in. */
const labelAfter = (line: GoldLine, sentence: string, to: string): GoldLine => {
  if (!sentence.includes(line.evidence) || to.includes(line.evidence)) return line;
  const at = to.toLowerCase().indexOf(line.evidence.toLowerCase());
  return { ...line, evidence: at < 0 ? to : to.slice(at, at + line.evidence.length) };
};

const turnOne = (of: GoldArticle, sentence: string, to: string): GoldArticle => {
  const { observations } = of.gold;
  const reachesOver = observations.some(
    ({ evidence }) => evidence.includes(sentence) && evidence !== sentence,
  );
  return reachesOver
    ? of
    : {
        ...of,
        text: of.text.replace(sentence, () => to),
        gold: { ...of.gold, observations: observations.map((line) => labelAfter(line, sentence, to)) },
      };
};

const turnAll = (article: GoldArticle, turn: Turn): GoldArticle =>
  article.text.split(/(?<=[.])\s+/).reduce((of, sentence) => {
    const to = turn(sentence);
    return to === null ? of : turnOne(of, sentence, to);
  }, article);

export const otherSpeech = (article: GoldArticle): GoldArticle => turnAll(article, reportTurned);
export const passive = (article: GoldArticle): GoldArticle => turnAll(article, madePassive);
