/** The offsets that a partition holds: from `low` to before `high`. Decimal, 64 bits. */
export interface PartitionEnds {
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

export interface CatchUp {
  /** Everything up to and with this offset was read. */
  readonly passed: (partition: number, offset: string) => void;
  /** The broker had nothing more to give for as long as it was asked to wait. */
  readonly idle: () => void;
}

/**
 * Tells, once, when a topic was read to what was its end at the start. The last offset of a compacted partition may hold
 * no message any more, so that two fruitless fetches one after the other count as the end too.
 */
export const catchUp = (ends: readonly PartitionEnds[], onEnd: () => void): CatchUp => {
  const open = new Map(
    ends
      .filter(({ low, high }) => BigInt(high) > BigInt(low))
      .map(({ partition, high }) => [partition, BigInt(high) - 1n]),
  );
  let told = false;
  let fruitless = 0;
  const tell = (): void => {
    if (told || open.size > 0) return;
    told = true;
    onEnd();
  };
  tell();
  return {
    passed: (partition, offset) => {
      fruitless = 0;
      const last = open.get(partition);
      if (last !== undefined && BigInt(offset) >= last) open.delete(partition);
      tell();
    },
    idle: () => {
      fruitless += 1;
      if (fruitless >= 2) open.clear();
      tell();
    },
  };
};
