const MOST = 10_000;

/** Remembers what was worked out from a text; forgets all when it has grown too long. */
export const memo = <T>(work: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const fresh = work(text);
    known.set(text, fresh);
    return fresh;
  };
};
