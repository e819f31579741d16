/** What the shell gets. Written out in `--help` of the program. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Some of the input was no article; the rest was done. */
  invalidInput: 3,
  /** The system (or its database or broker) did not answer. */
  unreachable: 4,
} as const;

/** A failure to tell in one sentence, without a stack. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.failed,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CommandFailure';
  }
}
