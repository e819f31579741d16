import { type Doc } from '../../doc';
import { perDoc, type Party } from '../helpers';

/** Publishers that are a government's own, by the end of their address. */
const OWN: readonly (readonly [Party, RegExp])[] = [
  ['US', /(?:^|\.)(?:whitehouse|ustr|commerce|treasury|state|bis)\.gov$/],
  ['CN', /(?:^|\.)(?:mofcom|fmprc|mfa|www|english)\.gov\.cn$/],
];

/** Kinds of paper in which a government speaks itself. */
const PAPER =
  /\b(?:fact sheet|readout|press release|proclamation|executive order|presidential memorandum|statement (?:by|from|of|on)|remarks by|spokesperson['’]s remarks)\b/i;
const CHINESE =
  /\b(?:mofcom|ministry of commerce|commerce ministry|foreign ministry|ministry of foreign affairs)\b/i;
/** "I hereby determine", "by the authority vested in me": a president's own paper. */
const PRESIDENT = /\b(?:authority vested in me|i hereby|i have determined|i determined)\b/i;
const HEAD = 600;

/** Whose voice the paper itself is: a government's where it publishes its own words, null where a reporter writes. */
export const voiceOf = perDoc((doc: Doc): Party | null => {
  const { publisher, title, text } = doc.article;
  const address = publisher.toLowerCase();
  const own = OWN.find(([, end]) => end.test(address));
  if (own !== undefined) return own[0];
  const head = `${title}\n${text.slice(0, HEAD)}`;
  if (PRESIDENT.test(head)) return 'US';
  if (!PAPER.test(title)) return null;
  return CHINESE.test(head) ? 'CN' : 'US';
});
