import { toMessage, type EventMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { type Update } from '.';
import { kafkaMessage } from './kafka-message.fixture';
import { copyOf, type Copy } from './local-state';

const sent = sampleMessages.facetState;
const gone: EventMessage = { ...sent, data: null };
const at = (key: string | null): Parameters<Copy['take']>[1] => ({
  topic: 'relations.state.v1',
  partition: 0,
  offset: '0',
  key,
});
const status = (position: number, text: string): EventMessage => ({
  ...sent,
  data: { ...sent.data, position, status: text },
});

const play = async (...events: readonly EventMessage[]): Promise<{ copy: Copy; updates: Update[] }> => {
  const updates: Update[] = [];
  const copy = copyOf({ onUpdate: (update) => void updates.push(update) });
  for (const event of events) await copy.take(kafkaMessage(toMessage(event)), at(event.key));
  return { copy, updates };
};

describe('the copy of the state', () => {
  it('holds the last value of each key', async () => {
    const { copy, updates } = await play(status(1, '145'), status(2, '30'));
    expect([...copy.states].map(([key, state]) => [key, state.status])).toEqual([['us-cn/tariff/US', '30']]);
    expect(updates.map(({ before, now }) => [before?.status, now?.status])).toEqual([
      [undefined, '145'],
      ['145', '30'],
    ]);
  });

  it('lets go of a key with its tombstone', async () => {
    const { copy } = await play(status(1, '145'), gone);
    expect(copy.states.size).toBe(0);
  });

  it('does not go back, nor raise the dead, when a run of messages comes twice', async () => {
    const { copy, updates } = await play(status(1, '145'), status(2, '30'), gone, status(1, '145'));
    expect(copy.states.size).toBe(0);
    expect(updates).toHaveLength(3);
  });

  it('refuses a message without a key', () => {
    const copy = copyOf({});
    expect(() => copy.take(kafkaMessage(toMessage(sent)), at(null))).toThrow('it has no key');
  });
});
