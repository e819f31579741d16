import { type StreamEvent } from '@app/client';
import { readEvents } from './event-stream';

const answer = (chunks: readonly string[]): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
  );

const all = async (response: Response): Promise<StreamEvent[]> => {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(response)) events.push(event);
  return events;
};

describe('server-sent events', () => {
  it('are read whole, wherever the chunks break; comments are left out', async () => {
    const events = await all(
      answer(['retry: 2000\n\n: still here\n\nid: 7\nev', 'ent: change\ndata: {"a":1}\n\nid: 8']),
    );
    expect(events).toEqual([{ id: '7', event: 'change', data: '{"a":1}' }]);
  });
});
