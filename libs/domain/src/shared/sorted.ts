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
