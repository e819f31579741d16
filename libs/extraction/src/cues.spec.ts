import { cuesOf } from './cues';
import { read } from './read';

const cuesIn = (text: string) => {
  const doc = read({ id: 'x', revision: '1', title: '', text, publishedAt: '2025-06-06', publisher: 'x' });
  return doc.sentences.reduce(
    (sum, sentence) => {
      const { up, down } = cuesOf(doc, sentence);
      return { up: sum.up + up, down: sum.down + down };
    },
    { up: 0, down: 0 },
  );
};

describe('words that raise or lower the tension', () => {
  it.each([
    ['Washington cut the duties.', 0, 1],
    ['Beijing suspended the talks.', 1, 0],
    ['The levies were lifted on Friday.', 0, 1],
    ['The negotiations have collapsed.', 1, 0],
    ['It raised tariffs and launched a probe.', 2, 0],
    ['They agreed on a framework.', 0, 1],
    ['Beijing retaliated.', 1, 0],
    ['It will not impose tariffs.', 0, 1],
    ['They could not agree.', 1, 0],
    ["He hasn't agreed to scrap tariffs.", 2, 0],
    ['Washington called off the talks.', 1, 0],
    ['Beijing put off its tariffs.', 0, 1],
    ['A tariff deadline looms.', 1, 0],
    ['Shares cut losses in the afternoon.', 0, 0],
    ['The weather was fine.', 0, 0],
  ])('%s', (text, up, down) => {
    expect(cuesIn(text)).toEqual({ up, down });
  });
});
