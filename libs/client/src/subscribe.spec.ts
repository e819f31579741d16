import { toMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { type ChangeEvent, UnreadableMessage } from '.';
import { kafkaMessage } from './kafka-message.fixture';
import { changeTaker } from './subscribe';

const sent = sampleMessages.relationChanged;
const at = { topic: 'relations.changes.v1', partition: 0, offset: '0', key: 'us-cn' };
const running = new AbortController().signal;
const message = kafkaMessage(toMessage(sent));
const unreadable = kafkaMessage({ ...toMessage(sent), value: Buffer.from('?') });

describe('what becomes of a message', () => {
  it('is handled once, however often it comes', async () => {
    const handled: ChangeEvent[] = [];
    const take = changeTaker({ onChange: (event) => void handled.push(event) });
    expect([await take(message, at, running), await take(message, at, running)]).toEqual([true, true]);
    expect(handled.map(({ id }) => id)).toEqual([sent.id]);
  });

  it('comes again when its handler failed', async () => {
    const handled: string[] = [];
    const take = changeTaker({
      onChange: ({ id }) => {
        handled.push(id);
        if (handled.length === 1) throw new Error('not yet');
      },
    });
    await expect(take(message, at, running)).resolves.toBe(true);
    expect(handled).toEqual([sent.id, sent.id]);
  });

  it("asks a store of the subscriber's own", async () => {
    const keys = new Set([`${sent.source}\n${sent.id}`]);
    const take = changeTaker({
      onChange: () => {
        throw new Error('it was handled before');
      },
      seen: { has: (key) => Promise.resolve(keys.has(key)), add: () => undefined },
    });
    await expect(take(message, at, running)).resolves.toBe(true);
  });

  it('ends the subscription when it cannot be read and nobody takes it', async () => {
    const take = changeTaker({ onChange: () => undefined });
    await expect(take(unreadable, at, running)).rejects.toThrow(UnreadableMessage);
  });

  it('is handed over when it cannot be read', async () => {
    const kept: string[] = [];
    const take = changeTaker({
      onChange: () => undefined,
      onUnreadable: ({ reason }) => void kept.push(reason),
    });
    await expect(take(unreadable, at, running)).resolves.toBe(true);
    expect(kept).toEqual(['its value is not JSON']);
  });
});
