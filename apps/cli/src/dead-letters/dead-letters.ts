import { TOPICS } from '@app/contracts';
import {
  dropDeadLetters,
  listDeadLetters,
  retryDeadLetters,
  type DeadLetter,
  type Transport,
} from '@app/messaging';
import { CommandFailure, EXIT } from '../output/exit-code';
import { plainTable } from '../output/plain-table';
import { print, printJson } from '../output/print';
import { withTransport } from '../system/open-transport';

/** The topics that services read, so the ones that have dead letters. */
const READ = [TOPICS.articlesReceived, TOPICS.observationsExtracted] as const;

const all = async (transport: Transport): Promise<DeadLetter[]> => {
  const lists = await Promise.all(READ.map((topic) => listDeadLetters(transport, topic)));
  return lists.flat();
};

const shown = ({ value, ...letter }: DeadLetter): object => ({
  ...letter,
  value: value === null ? null : value.toString('utf8'),
});

/** Dead letters of these ids; all, when none is given. Throws for an id that is not open. */
const chosen = (letters: readonly DeadLetter[], ids: readonly string[]): readonly DeadLetter[] => {
  const unknown = ids.filter((id) => !letters.some((letter) => letter.id === id));
  if (unknown.length > 0)
    throw new CommandFailure(`There is no open dead letter ${unknown.join(', ')}`, EXIT.usage);
  return ids.length === 0 ? letters : letters.filter(({ id }) => ids.includes(id));
};

const byTopic = (letters: readonly DeadLetter[]): Map<string, string[]> => {
  const topics = new Map<string, string[]>();
  for (const { topic, id } of letters) topics.set(topic, [...(topics.get(topic) ?? []), id]);
  return topics;
};

export interface Output {
  readonly json?: true;
}

export const listCommand = ({ json }: Output): Promise<void> =>
  withTransport(async (transport) => {
    const letters = await all(transport);
    if (json === true) {
      letters.forEach((letter) => {
        printJson(shown(letter));
      });
      return;
    }
    if (letters.length === 0) print('There are no dead letters.');
    else {
      print(
        plainTable(
          ['id', 'group', 'reason', 'attempts', 'parked', 'error'],
          letters.map((one) => [
            one.id,
            one.group,
            one.reason,
            String(one.attempts),
            one.parkedAt,
            one.error.slice(0, 80),
          ]),
        ),
      );
    }
  });

export const showCommand = (id: string): Promise<void> =>
  withTransport(async (transport) => {
    for (const letter of chosen(await all(transport), [id])) printJson(shown(letter), 2);
  });

export const retryCommand = (ids: readonly string[], { dryRun }: { readonly dryRun?: true }): Promise<void> =>
  withTransport(async (transport) => {
    const letters = chosen(await all(transport), ids);
    if (dryRun === true) {
      print(`${letters.length} dead letters would be sent again, each with all others of its key.`);
      return;
    }
    let sent = 0;
    for (const [topic, of] of byTopic(letters)) sent += (await retryDeadLetters(transport, topic, of)).length;
    print(`${sent} sent again; those that fail once more come back to the list.`);
  });

export const dropCommand = (
  ids: readonly string[],
  { reason, dryRun }: { readonly reason: string; readonly dryRun?: true },
): Promise<void> =>
  withTransport(async (transport) => {
    const letters = chosen(await all(transport), ids);
    if (dryRun === true) {
      print(`${letters.length} dead letters would be dropped for good.`);
      return;
    }
    let dropped = 0;
    for (const [topic, of] of byTopic(letters)) {
      dropped += (await dropDeadLetters(transport, topic, { ids: of, note: reason })).length;
    }
    print(`${dropped} dropped.`);
  });
