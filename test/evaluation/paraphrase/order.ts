import { type GoldArticle } from '../corpus';

/** First words that lean on what stands before, so that their paragraph cannot move. */
const LEANS =
  /^(?:["'-]|(?:He|She|It|Its|His|Her|They|Their|Them|This|That|These|Those|The|Both|But|And|So|Or|Yet|Another|Other|Others|Later|Earlier|Then|There|Here|Such|Each|Neither|Either|In|On|At|By|For|With|Under|After|Before|Until|Since|If|Had|Not|Nothing|One|Two|What|No|All|Most|Much|Also|Among|Together|Without|Unless|Whether|Outside|Beyond|From|To|As|More|Last|Next|Exemptions|Time|Parts?)\b|\d)/;

/** The last two paragraphs in each other's place, where neither leans on the one before. */
export const otherOrder = (article: GoldArticle): GoldArticle => {
  const paragraphs = article.text.split('\n\n');
  const [last, before] = [paragraphs.at(-1), paragraphs.at(-2)];
  if (paragraphs.length < 3 || last === undefined || before === undefined) return article;
  const complete = /[.!?"']$/.test(last.trimEnd());
  if (LEANS.test(last) || LEANS.test(before) || !complete) return article;
  const text = [...paragraphs.slice(0, -2), last, before].join('\n\n');
  // Words that reached over the border would no longer stand in the text.
  const whole = article.gold.observations.every(
    ({ evidence }) => text.includes(evidence) === article.text.includes(evidence),
  );
  return whole ? { ...article, text } : article;
};
