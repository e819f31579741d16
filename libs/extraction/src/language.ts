import { tokenAt, type Token } from './doc';
import { wordTable } from './vocabulary';

/** The commonest words of a language: where a tenth of a text's words are English ones, it is English. */
const common: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'en',
    new Set(
      'the of to and in a that is was for on with as by at from it said has will be are its an not have this which their he would'.split(
        ' ',
      ),
    ),
  ],
  [
    'de',
    new Set(
      'der die das und ist nicht ein eine mit von den dem auf für sich des im zu werden wird auch'.split(' '),
    ),
  ],
  [
    'fr',
    new Set('le la les des et est un une dans que qui pour sur pas avec du au aux ont été il'.split(' ')),
  ],
  ['es', new Set('el los las y es un una en que por con para del se al como más su lo fue'.split(' '))],
  ['pt', new Set('o os as e é um uma em que por com para do da dos das não se ao mais'.split(' '))],
  ['it', new Set('il gli le e è un una in che per con di del della non si al più sono dei'.split(' '))],
];
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
];
/** A character of any of these scripts: a text without one needs no count. */
const anyScript = /[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const SAMPLE = 4000;
const WORDS = 600;

/** The languages in which a word is common, by their place in `common`. */
const byWord = new Map<string, readonly number[]>();
common.forEach(([, list], i) => {
  for (const word of list) byWord.set(word, [...(byWord.get(word) ?? []), i]);
});
const places = wordTable(byWord);

const scriptOf = (sample: string): string | null => {
  if (!anyScript.test(sample)) return null;
  const letters = sample.replace(/[^\p{L}]/gu, '').length;
  return scripts.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters * 0.2)?.[0] ?? null;
};

/** ISO 639 code of the language of the first few thousand characters; `und` where no language shows. */
export const language = (text: string, tokens: readonly Token[]): string => {
  const script = scriptOf(text.slice(0, SAMPLE));
  if (script !== null) return script;
  const counts = common.map(() => 0);
  let words = 0;
  for (let i = 0; i < Math.min(tokens.length, WORDS); i += 1) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word') continue;
    words += 1;
    for (const place of places[token.word] ?? []) counts[place] = (counts[place] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  // Headlines and fragments have few common words: one in 25 is enough where no other language has more.
  return most * 25 >= words && most > 0 ? (common[counts.indexOf(most)]?.[0] ?? 'und') : 'und';
};
