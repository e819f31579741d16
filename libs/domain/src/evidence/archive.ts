/** Keeps texts that no reading rests on until an answer shows them: off the heap, if whoever gives it can. */
export interface Archive {
  /** Gives the place at which they are to be read. */
  readonly keep: (texts: readonly string[]) => number;
  readonly read: (place: number) => readonly string[];
}

/** On the heap, for what ends soon. */
export const createArchive = (): Archive => {
  const kept: (readonly string[])[] = [];
  return {
    keep: (texts) => kept.push(texts) - 1,
    read: (place) => {
      const texts = kept[place];
      if (texts === undefined) throw new Error(`nothing is kept at ${place}`);
      return texts;
    },
  };
};
