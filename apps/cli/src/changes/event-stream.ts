export interface StreamEvent {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: string;
}

const field = (lines: readonly string[], name: string): string | undefined =>
  lines
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trimStart();

const parse = (block: string): StreamEvent | null => {
  const lines = block.split('\n');
  const data = field(lines, 'data');
  return data === undefined
    ? null
    : { id: field(lines, 'id'), name: field(lines, 'event') ?? 'message', data };
};

/** The server-sent events of an answer, as they come; ends when the answer does. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  if (response.body === null) return;
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parse(block);
      if (event !== null) yield event;
    }
  }
}
