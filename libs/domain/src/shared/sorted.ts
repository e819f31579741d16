/** Index of the first item that is not before what is sought, in an array sorted so that `before` holds for a prefix. */
export const firstNot = <T>(items: readonly T[], before: (item: T) => boolean): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && before(item)) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const insertAt = <T>(items: T[], index: number, item: T): void => {
  if (index === items.length) items.push(item);
  else items.splice(index, 0, item);
};

/** Longer lists have room to grow. */
const SHORT = 16;

/**
 * As `splice`, for lists that are kept by the thousand and mostly stay short: those are copied to their very length, because the room
 * that a push makes for growth is 17 places. Gives the list to go on with.
 */
export const spliced = <T>(items: T[], index: number, count: number, fresh: readonly T[]): T[] => {
  if (items.length < SHORT) return items.toSpliced(index, count, ...fresh);
  items.splice(index, count, ...fresh);
  return items;
};

/** As `insertAt`, likewise. */
export const inserted = <T>(items: T[], index: number, item: T): T[] => {
  if (items.length < SHORT) return items.toSpliced(index, 0, item);
  insertAt(items, index, item);
  return items;
};
