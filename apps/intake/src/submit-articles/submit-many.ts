import { ProblemException } from '@app/platform';
import { type Request, type Response } from 'express';
import { linesInGroups, type Line } from './ndjson-lines';
import { type SubmissionOutcome } from './submission-outcome';
import { type Submission, type SubmitArticles } from './submit-articles';

/** Lines that are checked and published together. */
const GROUP = 200;

const toSubmission = (line: Line, correlationId: string): Submission | SubmissionOutcome => {
  try {
    const json: unknown = JSON.parse(line.text);
    return { json, correlationId: `${correlationId}:${line.number}` };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 'invalid', errors: [{ path: '', message }] };
  }
};

/** Answers for a group of lines in their order. */
const submitGroup = async (
  lines: readonly Line[],
  submit: SubmitArticles,
  correlationId: string,
): Promise<string> => {
  const read = lines.map((line) => toSubmission(line, correlationId));
  const outcomes = await submit.submit(read.filter((one) => 'json' in one));
  const next = outcomes.values();
  return lines
    .map((line, at) => {
      const one = read[at];
      const outcome = one !== undefined && 'status' in one ? one : next.next().value;
      return `${JSON.stringify({ line: line.number, ...outcome })}\n`;
    })
    .join('');
};

/**
 * Takes articles line by line and answers line by line, as it goes: memory does not grow with what is sent. When the
 * broker goes away half-way, the answer is broken off; the lines without an answer are to be sent again.
 */
export const submitMany = async (
  request: Request,
  response: Response,
  { submit, correlationId }: { readonly submit: SubmitArticles; readonly correlationId: string },
): Promise<void> => {
  for await (const lines of linesInGroups(request, GROUP)) {
    const answer = await submitGroup(lines, submit, correlationId);
    if (!response.headersSent) response.status(200).type('application/x-ndjson');
    if (!response.write(answer)) await new Promise((resolve) => response.once('drain', resolve));
  }
  if (!response.headersSent) throw new ProblemException(422, { title: 'No line of it is an article' });
  response.end();
};
