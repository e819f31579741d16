import { observation, operatorCorrected, type InputEvent } from '@app/contracts';
import { type CorrectionRequest } from './correct.dto';

/** An operator's own statement: quoted in full as its evidence, and as sure as the operator. */
const statement = (
  fields: Readonly<Record<string, unknown>>,
  words: string,
  id: string,
): ReturnType<typeof observation.parse> => {
  const quote = { in: 'text', start: 0, end: words.length, text: words };
  return observation.parse({
    source: 'reporter',
    ...fields,
    ...{ id, evidence: quote, sentence: quote, ruleId: 'operator', confidence: 1, news: true, trace: [] },
  });
};

/** The event of a request. Throws a ZodError, told as 422, when `assert` is not an observation. */
export const correctionInput = (request: CorrectionRequest, id: string, at: string): InputEvent =>
  operatorCorrected.parse({
    type: 'OperatorCorrected',
    id,
    correction:
      'void' in request
        ? { kind: 'void', observationId: request.void }
        : { kind: 'assert', observation: statement(request.assert, request.words, id) },
    reason: request.reason,
    by: request.by,
    at,
  });
