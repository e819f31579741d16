import { operatorCorrected, soundObservation, type InputEvent, type Observation } from '@app/contracts';
import { z } from 'zod';
import { type CorrectionRequest } from './correct.dto';

/** An operator's own statement: quoted in full as its evidence, and as sure as the operator. */
const statement = (fields: Readonly<Record<string, unknown>>, words: string, id: string): Observation => {
  const quote = { in: 'text', start: 0, end: words.length, text: words };
  const read = soundObservation.safeParse({
    source: 'reporter',
    ...fields,
    ...{ id, evidence: quote, sentence: quote, ruleId: 'operator', confidence: 1, news: true, trace: [] },
  });
  if (read.success) return read.data;
  // Told by its place in the request.
  throw new z.ZodError(read.error.issues.map((issue) => ({ ...issue, path: ['assert', ...issue.path] })));
};

/** The event of a request. Throws a ZodError, told as 422, when `assert` is no sound observation. */
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
