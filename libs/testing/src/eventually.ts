/**
 * Waits until an assertion holds: repeats it every 25 ms until it no longer throws, and answers what it returned.
 * Instead of sleeping; fails with the assertion's own last error.
 */
export const eventually = async <T>(assertion: () => T | Promise<T>, withinMs = 10_000): Promise<T> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};
