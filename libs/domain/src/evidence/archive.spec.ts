import { createRelation, evidenceOf, readFacet, record } from '../index';
import { article, observation, rate } from '../told.fixture';
import { createArchive, type Archive } from './archive';

/** Takes nothing as long as it is full. */
const tight = (): Archive & { isFull: boolean } => {
  const { keep, read } = createArchive();
  const archive = {
    isFull: false,
    read,
    keep: (texts: readonly string[]): number => {
      if (archive.isFull) throw new Error('no space left');
      return keep(texts);
    },
  };
  return archive;
};

describe('the archive of a relation', () => {
  it('gives the words back as they were told', () => {
    const relation = createRelation();
    const words = { evidence: { text: '30 percent' }, sentence: { text: 'They rose to 30 percent.' } };
    const told = { ...article('2025-05-01', [rate(30, words), rate(20)]), url: 'https://example.org/1' };
    record(relation, told);
    expect(evidenceOf(relation, told.observations[0]?.id ?? '')).toMatchObject({
      ...{ words: '30 percent', sentence: 'They rose to 30 percent.', ruleId: 'test' },
      ...{ publisher: told.publisher, title: 'title', url: 'https://example.org/1' },
    });
    expect(evidenceOf(relation, told.observations[1]?.id ?? '')).toMatchObject({ words: 'words' });
  });

  it('may be full: what was not kept is not recorded, and can be recorded once there is room', () => {
    const archive = tight();
    const relation = createRelation(undefined, archive);
    const told = article('2025-05-01', [rate(30)]);
    const correction = {
      ...({ type: 'OperatorCorrected', id: 'c1', reason: 'misread', by: 'op', at: '2025-05-02' } as const),
      correction: { kind: 'assert', observation: observation(rate(40)) } as const,
    };
    archive.isFull = true;
    for (const input of [told, correction]) expect(() => record(relation, input)).toThrow('no space left');
    expect(readFacet(relation, 'tariff/US')).toBeNull();
    archive.isFull = false;
    for (const input of [told, correction]) expect(record(relation, input).news).toBe(true);
    expect(readFacet(relation, 'tariff/US')?.standing).toBe('official');
  });
});
