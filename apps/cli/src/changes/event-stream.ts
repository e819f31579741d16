import { eventStreamReader, type StreamEvent } from '@app/client';

/** The server-sent events of an answer, as they come; ends when the answer does. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  if (response.body === null) return;
  const reader = eventStreamReader();
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) yield* reader.read(chunk);
}
