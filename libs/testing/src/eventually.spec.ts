import { eventually } from './eventually';

describe('eventually', () => {
  it('answers what the assertion returned once it holds', async () => {
    let calls = 0;
    const result = await eventually(() => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
      return calls;
    });
    expect(result).toBe(3);
  });

  it('fails with the last error of the assertion when the time is over', async () => {
    await expect(
      eventually(() => {
        throw new Error('never');
      }, 50),
    ).rejects.toThrow('never');
  });
});
