import { type Manner } from '../evidence/assertion';

const FALLS_TO =
  /\b(?:falls?|fell|drops?|dropped|lowers?|lowered|cuts?|reduces?|reduced|(?:comes?|came|goes?|went|brings?|brought) down)\b.*\bto\b/i;
const ON_TOP = /\b(further|another|on top of|points? more|more(?! than))\b/i;

/** Four objects for all statements. */
const MANNERS: readonly Manner[] = [false, true].flatMap((more) =>
  [false, true].map((falls) => ({ more, falls })),
);

/** How the words of a statement tell its number. */
export const mannerOf = (words: string): Manner => {
  const [more, falls] = [ON_TOP.test(words), FALLS_TO.test(words)];
  const manner = MANNERS.find((one) => one.more === more && one.falls === falls);
  if (manner === undefined) throw new Error('four manners are all there are');
  return manner;
};
