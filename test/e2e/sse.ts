/** The ids of the first `count` changes of an event stream, as a browser's EventSource would see them. */
export const streamedIds = async (
  url: URL,
  count: number,
  headers: Record<string, string> = {},
): Promise<readonly string[]> => {
  const closing = new AbortController();
  const response = await fetch(url, { headers, signal: closing.signal });
  const ids: string[] = [];
  let rest = '';
  if (response.body === null) throw new Error(`no stream: ${response.status}`);
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      if (id !== undefined && /^event: change$/m.test(block)) ids.push(id);
    }
    if (ids.length >= count) break;
  }
  closing.abort();
  return ids.slice(0, count);
};
