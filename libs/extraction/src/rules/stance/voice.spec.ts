import { read } from '../../read';
import { voiceOf } from './voice';

const paper = (publisher: string, title: string, text = 'China and the United States trade.') =>
  read({ id: 'x', revision: '1', publishedAt: '2025-06-06', publisher, title, text });

describe('whose voice a paper is', () => {
  it.each([
    ['whitehouse.gov', 'A new day for farmers', 'US'],
    ['mofcom.gov.cn', 'Regular press conference', 'CN'],
    ['example.org', 'FACT SHEET: What the tariffs on China do', 'US'],
    ['example.org', "MOFCOM Spokesperson's Remarks on American tariffs", 'CN'],
  ])('%s, %s: %s', (publisher, title, voice) => {
    expect(voiceOf(paper(publisher, title))).toBe(voice);
  });

  it("is the president's where he determines something", () => {
    const text = 'By the authority vested in me as President, the duties on China are lowered.';
    expect(voiceOf(paper('example.org', 'Tariffs on China', text))).toBe('US');
  });

  it("is nobody's where a reporter writes", () => {
    expect(voiceOf(paper('example.org', 'Trump raises tariffs on China'))).toBeNull();
    expect(voiceOf(paper('news.example.gov.uk', 'Trump and Xi meet'))).toBeNull();
  });
});
