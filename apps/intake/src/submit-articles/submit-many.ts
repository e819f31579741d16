import { ProblemException, send } from '@app/platform';
import { type Request, type Response } from 'express';
import { linesInGroups, type Line } from './ndjson-lines';
import { type SubmissionOutcome } from './submission-outcome';
import { type Submission } from './submit-articles';

/** Lines that are checked and published together. */
const GROUP = 200;

const invalid = (message: string): SubmissionOutcome => ({
  status: 'invalid',
  errors: [{ path: '', message }],
});

const toSubmission = ({ number, text }: Line, correlationId: string): Submission | SubmissionOutcome => {
  if (text === null) return invalid('the line is too long');
  try {
    const json: unknown = JSON.parse(text);
    return { json, correlationId: `${correlationId}:${number}` };
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
};

/** Answers for a group of lines in their order. */
const submitGroup = async (
  lines: readonly Line[],
  submit: ManyOptions['submit'],
  correlationId: string,
): Promise<string> => {
  const read = lines.map((line) => toSubmission(line, correlationId));
  const outcomes = await submit(read.filter((one) => 'json' in one));
  const next = outcomes.values();
  return lines
    .map((line, at) => {
      const one = read[at];
      const outcome = one !== undefined && 'status' in one ? one : next.next().value;
      return `${JSON.stringify({ line: line.number, ...outcome })}\n`;
    })
    .join('');
};

export interface ManyOptions {
  /** What became of each, in order. */
  readonly submit: (submissions: readonly Submission[]) => Promise<readonly SubmissionOutcome[]>;
  readonly correlationId: string;
  /** The longest line that is read. */
  readonly lineBytes: number;
}

/**
 * Takes articles line by line and answers line by line, as it goes: memory does not grow with what is sent. When the
 * broker goes away half-way, the answer is broken off; the lines without an answer are to be sent again. Nothing more is taken
 * from a sender that has left.
 */
export const submitMany = async (
  request: Request,
  response: Response,
  { submit, correlationId, lineBytes }: ManyOptions,
): Promise<void> => {
  for await (const lines of linesInGroups(request, { lines: GROUP, bytes: lineBytes })) {
    const answer = await submitGroup(lines, submit, correlationId);
    if (!response.headersSent) response.status(200).type('application/x-ndjson');
    if (!(await send(response, answer))) return;
  }
  if (!response.headersSent) throw new ProblemException(422, { title: 'No line of it is an article' });
  response.end();
};
