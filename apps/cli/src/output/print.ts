/** One line on standard output. A reader that went away (`| head`) is no error. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const printJson = (value: unknown, indent?: number): void => {
  print(JSON.stringify(value, null, indent));
};

/** For the person at the terminal: never mixed into what a program reads. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
