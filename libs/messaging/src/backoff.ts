/** Growing pauses: 200 ms, doubled up to 5 s, so that an outage that ends is noticed soon. */
export const backoffMs = (attempt: number): number => Math.min(200 * 2 ** Math.min(attempt, 10), 5000);
