import { type Token } from './doc';

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
const SAMPLE = 4000;

/** ISO 639 code of the language of the first few thousand characters; `und` where no language shows. */
export const language = (text: string, tokens: readonly Token[]): string => {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.replace(/[^\p{L}]/gu, '').length;
  const script = scripts.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters * 0.2);
  if (script !== undefined && letters > 0) return script[0];
  const words = tokens.slice(0, 600).filter((t) => t.kind === 'word');
  const shares = common.map(([code, list]) => ({ code, n: words.filter((t) => list.has(t.lower)).length }));
  const best = shares.reduce((a, b) => (b.n > a.n ? b : a), { code: 'und', n: 0 });
  // Headlines and fragments have few common words: one in 25 is enough where no other language has more.
  return best.n * 25 >= words.length && best.n > 0 ? best.code : 'und';
};
