// What the scripts say, and how. Node's own modules only: this runs before anything is installed.
const color = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** A fault that we can explain: its message is one sentence that says what to do, shown without a stack. */
export class Hint extends Error {}

export const say = (line = '') => process.stdout.write(`${line}\n`);
export const warn = (line) => process.stdout.write(`${yellow(line)}\n`);

/** Runs a step, says its name and how long it took. */
export const step = async (name, work) => {
  const began = Date.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${name} …`);
  try {
    const result = await work();
    const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    process.stdout.write(
      `${process.stdout.isTTY ? '\r' : ''}${green('✓')} ${name} ${dim(seconds)}\u001b[K\n`.replace(
        /\u001b\[K/,
        color ? '\u001b[K' : '',
      ),
    );
    return result;
  } catch (error) {
    if (process.stdout.isTTY) process.stdout.write('\n');
    throw error;
  }
};

/** A frame round some lines, for what must not be overlooked. */
export const banner = (lines) => {
  const width = Math.max(...lines.map((line) => line.length));
  say(yellow(`┌─${'─'.repeat(width)}─┐`));
  for (const line of lines) say(`${yellow('│')} ${line.padEnd(width)} ${yellow('│')}`);
  say(yellow(`└─${'─'.repeat(width)}─┘`));
};

const EXPLAINED = {
  ENOSPC: 'The disk is full: free some space (`npm start -- --reset` drops the local data) and start again.',
  EACCES: 'A file may not be written',
  EROFS: 'The folder is read-only: clone the repository to a folder that may be written.',
  EMFILE: 'Too many files are open: raise the limit (`ulimit -n 4096`) and start again.',
};

/** The one sentence for a fault; a stack only for one of our own making, and only with DEBUG set. */
export const explain = (error) => {
  if (error instanceof Hint) return error.message;
  const known = EXPLAINED[error?.code];
  if (known) return error.code === 'EACCES' ? `${known}: ${error.path ?? error.message}` : known;
  if (process.env.DEBUG && error?.stack) return error.stack;
  return `${error?.message ?? error} (run again with DEBUG=1 for details)`;
};
