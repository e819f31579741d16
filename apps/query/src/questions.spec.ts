import { type z } from 'zod';
import { articleParams } from './articles/article.dto';
import { changesQuery } from './changes/changes.dto';
import { factsQuery } from './facts/facts.dto';
import { momentQuery } from './relation/moment.dto';
import { timelineQuery } from './timeline/timeline.dto';

const faults = (schema: z.ZodType, asked: object): string[] =>
  schema.safeParse(asked).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a question', () => {
  it.each(['0000-01-01', '0000-01-01T00:00:00Z', '9999-12-31', 'today'])(
    'about %s is refused, whichever clock it names',
    (when) => {
      const clocks = { asOf: when, knownAt: when, recordedAt: when };
      expect(faults(momentQuery, clocks)).toEqual(['asOf', 'knownAt', 'recordedAt']);
      expect(faults(factsQuery, { facet: 'truce', asOf: when, knownAt: when })).toEqual(['asOf', 'knownAt']);
      expect(faults(timelineQuery, { from: when, to: when })).toEqual(['from', 'to']);
    },
  );

  it('with a name that PostgreSQL could not compare with is refused', () => {
    const facet = 'a\u0000';
    expect(faults(factsQuery, { facet })).toEqual(['facet']);
    expect(faults(changesQuery, { facet })).toEqual(['facet']);
    expect(faults(timelineQuery, { from: '2025-01-01', facet })).toEqual(['facet']);
    expect(faults(articleParams, { id: facet })).toEqual(['id']);
  });

  it('about facts takes days and moments as one about the state does, a bare day meaning its end', () => {
    expect(
      factsQuery.parse({ facet: 'truce', asOf: '2025-06-06T01:00:00+02:00', knownAt: '2025-06-06' }),
    ).toMatchObject({ asOf: '2025-06-05', knownAt: '2025-06-06T23:59:59.999Z' });
  });

  it.each(['x', '2025-06-06', '2025-06-06T00:00:00.000Z_2025-02-30', '0000-01-01T00:00:00.000Z_2025-01-01'])(
    'for the facts after %s is refused: no page ended there',
    (after) => {
      expect(faults(factsQuery, { facet: 'truce', after })).toEqual(['after']);
    },
  );
});
