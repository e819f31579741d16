/** One event of a `text/event-stream`. `id` is the last one that the stream gave, as the standard has it. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

export interface EventStreamReader {
  /** Reads on; answers the events that are whole by now. */
  readonly read: (chunk: string) => readonly StreamEvent[];
}

/** Reads server-sent events (WHATWG HTML, 9.2.6) from text that comes in pieces of any size. */
export const eventStreamReader = (): EventStreamReader => {
  let rest = '';
  let [event, id] = ['', ''];
  let data: string[] = [];

  const take = (line: string): StreamEvent | null => {
    if (line === '') return dispatch();
    const [, field = '', value = ''] = /^([^:]*):? ?([^]*)$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    return null;
  };
  const dispatch = (): StreamEvent | null => {
    const whole =
      data.length === 0 ? null : { event: event === '' ? 'message' : event, data: data.join('\n'), id };
    [event, data] = ['', []];
    return whole;
  };

  return {
    read: (chunk) => {
      // A carriage return at the end may be half of a line end: it waits for the next piece.
      const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      return lines.map(take).filter((whole) => whole !== null);
    },
  };
};
