import { parseArgs } from 'node:util';
import { PARTS, type Part } from './parts';

export const HELP = `npm run evaluate -- [options]

Runs the extraction engine over labelled articles and prints, by type: precision, recall, F1 (with the
interval of a bootstrap over articles), detail; then errors by cause and how each rule did.
Ends with 1 where a figure lies under test/evaluation/floor.json.

  --set NAME                    dev, history, newsroom, fresh, voices, held or all
                                (default: dev, history and newsroom)
  --gold DIR                    labelled articles of another folder instead; no floor
  --part A|B|C                  only that third of each set, drawn by article id
  --cross-validate              the figures of each third, one line each
  --paraphrase N                N paraphrases of each article in its place: other names, numbers, days, order; no floor
  --errors                      every error on a line of its own
  --reveal                      causes, rules and errors of the held-out set too: read README.md first
  --json                        all figures as JSON
  --raise                       take better figures into the floor; it never gets lower
  --release                     keep what this engine reads as the released readings of its version
  --help
`;

/** Texts on which no rule was written, so that they measure how well the engine reads what it never saw. */
export const HELD_OUT = 'held';

export interface Options {
  readonly help: boolean;
  readonly sets: readonly string[];
  readonly gold: string | null;
  readonly part: Part | null;
  readonly crossValidate: boolean;
  readonly paraphrase: number;
  readonly errors: boolean;
  readonly reveal: boolean;
  readonly json: boolean;
  readonly raise: boolean;
  readonly release: boolean;
}

const SETS: Readonly<Record<string, readonly string[]>> = {
  default: ['dev', 'history', 'newsroom'],
  dev: ['dev'],
  history: ['history'],
  newsroom: ['newsroom'],
  fresh: ['fresh'],
  voices: ['voices'],
  held: ['held'],
  all: ['dev', 'history', 'newsroom', 'fresh', 'voices', 'held'],
};

/** Throws, in words for a person, where the command line makes no sense. */
export const parseOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      set: { type: 'string', default: 'default' },
      gold: { type: 'string' },
      part: { type: 'string' },
      'cross-validate': { type: 'boolean', default: false },
      paraphrase: { type: 'string', default: '0' },
      errors: { type: 'boolean', default: false },
      reveal: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      raise: { type: 'boolean', default: false },
      release: { type: 'boolean', default: false },
    },
  });
  const sets = SETS[values.set];
  if (sets === undefined) throw new Error(`--set ${values.set}: no such set`);
  const part = PARTS.find((name) => name === values.part) ?? null;
  if (values.part !== undefined && part === null) throw new Error(`--part ${values.part}: A, B or C`);
  const paraphrase = Number(values.paraphrase);
  if (!Number.isInteger(paraphrase) || paraphrase < 0) throw new Error('--paraphrase takes a whole number');
  if (values.raise && (part !== null || paraphrase > 0 || values.gold !== undefined)) {
    throw new Error('--raise takes whole sets as they stand');
  }
  return {
    help: values.help,
    sets,
    gold: values.gold ?? null,
    part,
    crossValidate: values['cross-validate'],
    paraphrase,
    errors: values.errors,
    reveal: values.reveal,
    json: values.json,
    raise: values.raise,
    release: values.release,
  };
};
