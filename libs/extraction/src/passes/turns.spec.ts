import { read } from '../read';

const clauseSpeakers = (text: string): (string | null)[] =>
  read({ id: 'x', revision: '1', title: '', text, publishedAt: '2025-06-06', publisher: 'x' })
    .clauses.filter((c) => c.verbs.length > 0)
    .map((c) => c.speaker);

describe('turns of a transcript', () => {
  it('are the words of the one who is named before the colon', () => {
    expect(clauseSpeakers('PRESIDENT TRUMP: We have a very good deal.\n\nMao Ning: China is ready.')).toEqual(
      ['US', 'CN'],
    );
  });

  it("end with the paragraph, and a reporter's question is nobody's", () => {
    expect(clauseSpeakers('Trump: We won.\n\nReporter: Will tariffs fall?\n\nShares rose.')).toEqual([
      'US',
      null,
      null,
    ]);
  });

  it('are those of the ministry at the head of a page of questions and answers', () => {
    const page =
      'The Commerce Ministry answered questions on tariffs.\n\nQ: Are there talks?\n\nA: There are no talks.\n\nCCTV: Will there be?';
    expect(clauseSpeakers(page).filter((side) => side !== null)).toEqual(['CN']);
  });

  it('are not made of a sentence that has a colon', () => {
    expect(clauseSpeakers('Trump wants one thing: tariffs must rise.')).toEqual([null, null]);
  });
});
