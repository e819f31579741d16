import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENGINE } from '@app/extraction';
import { errorsOf } from './causes';
import { readCorpus, type GoldArticle } from './corpus';
import { fallen, parseFloor, raised } from './floors';
import { HELD_OUT, HELP, parseOptions, type Options } from './options';
import { paraphrases } from './paraphrase';
import { partOf, PARTS } from './parts';
import { readingsDigest } from './readings-digest';
import { diagnosis, errorLine, table } from './report';
import { evaluate, type Outcome } from './run';
import { floorFigures, summarise } from './summary';

/** What the last release read; engine-version.spec.ts holds today's against it. */
const RELEASED = join(__dirname, 'released-engine.json');
const FLOOR = join(__dirname, 'floor.json');

interface Result {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

const articlesOf = (folder: string, options: Options): readonly GoldArticle[] => {
  const all = readCorpus(folder).filter(({ id }) => options.part === null || partOf(id) === options.part);
  return options.paraphrase === 0 ? all : all.flatMap((article) => paraphrases(article, options.paraphrase));
};

const run = (options: Options): readonly Result[] => {
  const folders = options.gold === null ? options.sets.map((set) => join(__dirname, set)) : [options.gold];
  return folders.map((folder) => ({
    name: basename(folder),
    outcomes: articlesOf(folder, options).map(evaluate),
  }));
};

const byPart = ({ outcomes }: Result): Readonly<Record<string, ReturnType<typeof summarise>>> =>
  Object.fromEntries(
    PARTS.map((part) => [part, summarise(outcomes.filter(({ article }) => partOf(article.id) === part))]),
  );

/** Errors of the held-out set stay unseen, so that no rule is written from them, unless they are asked for. */
const isSealed = (name: string, options: Options): boolean => name === HELD_OUT && !options.reveal;

const print = (results: readonly Result[], options: Options): void => {
  for (const result of results) {
    const summary = summarise(result.outcomes);
    console.log(`${table(result.name, summary)}\n`);
    if (options.crossValidate)
      for (const [part, of] of Object.entries(byPart(result)))
        console.log(`${table(`${result.name}, part ${part}`, of)}\n`);
    if (isSealed(result.name, options)) {
      console.log('held out: its errors are not shown (--reveal)\n');
      continue;
    }
    if (!options.crossValidate) console.log(`${diagnosis(summary)}\n`);
    if (options.errors) for (const error of result.outcomes.flatMap(errorsOf)) console.log(errorLine(error));
  }
};

const asJson = (result: Result, options: Options): Readonly<Record<string, unknown>> => {
  const { causes, rules, ...figures } = summarise(result.outcomes);
  const sealed = isSealed(result.name, options);
  return {
    ...figures,
    ...(sealed ? {} : { causes, rules }),
    ...(options.crossValidate && !sealed ? { parts: byPart(result) } : {}),
    ...(options.errors && !sealed ? { errors: result.outcomes.flatMap(errorsOf) } : {}),
  };
};

const printJson = (results: readonly Result[], options: Options): void => {
  const sets = results.map((result) => [result.name, asJson(result, options)]);
  console.log(JSON.stringify(Object.fromEntries(sets), null, 2));
};

/** The sets' figures held against the floor; the exit code. */
const holdFloor = (results: readonly Result[], options: Options): number => {
  if (options.gold !== null || options.part !== null || options.paraphrase > 0) return 0;
  const floor = existsSync(FLOOR) ? parseFloor(readFileSync(FLOOR, 'utf8')) : {};
  const figures = results.map(({ name, outcomes }) => ({ name, of: floorFigures(summarise(outcomes)) }));
  const under = figures.flatMap(({ name, of }) => fallen(floor, name, of));
  for (const text of under) console.error(`under the floor: ${text}`);
  if (options.raise) {
    const higher = figures.reduce((held, { name, of }) => raised(held, name, of), floor);
    writeFileSync(FLOOR, `${JSON.stringify(higher, null, 2)}\n`);
  }
  return under.length === 0 ? 0 : 1;
};

/** The options, or null after telling what is wrong with them. */
const understood = (args: readonly string[]): Options | null => {
  try {
    return parseOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return null;
  }
};

const main = (args: readonly string[]): number => {
  const options = understood(args);
  if (options === null) return 2;
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (options.release) {
    const { version } = ENGINE;
    writeFileSync(RELEASED, `${JSON.stringify({ version, digest: readingsDigest() }, null, 2)}\n`);
    return 0;
  }
  const results = run(options);
  if (options.json) printJson(results, options);
  else print(results, options);
  return holdFloor(results, options);
};

process.exitCode = main(process.argv.slice(2));
