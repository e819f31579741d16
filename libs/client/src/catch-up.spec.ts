import { catchUp } from './catch-up';

const topic = [
  { partition: 0, low: '3', high: '10' },
  { partition: 1, low: '0', high: '0' },
];
const watched = (ends = topic): { progress: ReturnType<typeof catchUp>; told: () => number } => {
  let count = 0;
  const progress = catchUp(ends, () => (count += 1));
  return { progress, told: () => count };
};

describe('catchUp', () => {
  it('is there at once with an empty topic', () => {
    expect(watched([{ partition: 0, low: '5', high: '5' }]).told()).toBe(1);
  });

  it('is there, once, when each partition was read to its end', () => {
    const { progress, told } = watched();
    progress.passed(0, '8');
    expect(told()).toBe(0);
    progress.passed(0, '9');
    progress.passed(0, '10');
    expect(told()).toBe(1);
  });

  it('does not wait for an end that compaction took away', () => {
    const { progress, told } = watched();
    progress.idle();
    progress.passed(0, '7');
    progress.idle();
    expect(told()).toBe(0);
    progress.idle();
    expect(told()).toBe(1);
  });
});
