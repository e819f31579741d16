import { createRelation, record } from '@app/domain';
import { z } from 'zod';
import { correctionRequest } from './correct.dto';
import { correctionInput } from './correction-input';

const ID = '11111111-1111-4111-8111-111111111111';
const AT = '2025-06-06T00:00:00.000Z';
const who = { reason: 'misread', by: 'op' };
const tariff = {
  ...{ type: 'tariff', imposer: 'US', rate: 30, rateFrom: null, status: 'in_effect', scope: 'all' },
  ...{ product: null, effective: null, until: null, basis: 'additional', authority: null, tradeUsdBn: null },
};
const truce = {
  ...{ type: 'truce', status: 'agreed', by: null, name: null, date: '2025-05-12', until: null },
  durationDays: 90,
};

/** Faults by place, of the request or of what it states; none when the domain records it. */
const faults = (request: object): string[] => {
  try {
    const input = correctionInput(correctionRequest.parse(request), ID, AT);
    record(createRelation(), input);
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map(({ path }) => path.join('/'));
  }
};
const stating = (assert: object): string[] => faults({ ...who, assert, words: 'so it was' });

describe("an operator's statement", () => {
  it('is recorded when it can be reckoned with', () => {
    expect(stating(tariff)).toEqual([]);
    expect(stating(truce)).toEqual([]);
  });

  it.each([
    [{ ...tariff, effective: '2025-99-99' }, 'assert/effective'],
    [{ ...tariff, status: 'announced', effective: '2025-00' }, 'assert/effective'],
    [{ ...tariff, status: 'suspended', until: '2025-02-31' }, 'assert/until'],
    [{ ...truce, date: '0000' }, 'assert/date'],
    [{ ...truce, durationDays: 1e12 }, 'assert/durationDays'],
    [{ ...tariff, rate: -10 }, 'assert/rate'],
    [{ ...tariff, imposer: 'EU' }, 'assert/imposer'],
  ])('is refused with its place in the request, and throws nothing else: %j', (assert, place) => {
    expect(stating(assert)).toEqual([place]);
  });

  it('comes with a reason, a name and words that can be kept', () => {
    const nul = 'ab\u0000c';
    expect(faults({ reason: nul, by: nul, assert: tariff, words: nul })).toEqual(['reason', 'by', 'words']);
    expect(faults({ reason: nul, by: nul, void: ID })).toEqual(['reason', 'by']);
  });
});
