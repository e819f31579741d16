/** Lets callers have their turn one after the other, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.last.then(work, work);
    this.last = turn;
    return turn;
  }
}
