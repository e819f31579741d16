import { Command } from 'commander';
import { registerChanges } from './changes/changes.command-line';
import { registerCorrect } from './correct/correct.command-line';
import { registerDeadLetters } from './dead-letters/dead-letters.command-line';
import { registerDoctor } from './doctor/doctor.command-line';
import { registerExplain } from './explain/explain.command-line';
import { registerExtract } from './extract/extract.command-line';
import { registerIngest } from './ingest/ingest.command-line';
import { EXIT } from './output/exit-code';
import { registerPolicy } from './policy/policy.command-line';
import { registerProject } from './project/project.command-line';
import { registerProjections } from './projections/projections.command-line';
import { registerReplay } from './replay/replay.command-line';
import { registerRepublish } from './republish/republish.command-line';
import { registerRetract } from './retract/retract.command-line';
import { registerState } from './state/state.command-line';

const EXIT_CODES = `
Exit codes: ${EXIT.done} done, ${EXIT.failed} failed, ${EXIT.usage} wrong usage, ${EXIT.invalidInput} some input was no article (the rest was done), ${EXIT.unreachable} the system does not answer.`;

/** All commands. What a command needs is loaded when it runs, so that the offline ones start at once. */
export const createProgram = (): Command => {
  const program = new Command('detente')
    .description('Détente: event-sourced tracker of US-China trade relations.')
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  for (const register of [
    registerExtract,
    registerProject,
    registerExplain,
    registerIngest,
    registerState,
    registerChanges,
    registerCorrect,
    registerRetract,
    registerPolicy,
    registerProjections,
    registerReplay,
    registerRepublish,
    registerDeadLetters,
    registerDoctor,
  ]) {
    register(program);
  }
  return program;
};
