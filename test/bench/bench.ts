/** A table of figures, as it stands in docs/performance.md. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A claim that the figures of this run must bear out. */
export interface Target {
  readonly claim: string;
  readonly value: number;
  readonly wanted: string;
  readonly isMet: boolean;
}

export interface Report {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** What could not be measured here, and why. */
  readonly notes: readonly string[];
}

/** Where a long run is, on standard error. */
export const progress = (what: string): void => {
  console.error(`… ${what}`);
};

/** `args`: the command line, for options of a benchmark's own. */
export type Bench = (databaseUrl: string, args?: readonly string[]) => Promise<Report>;

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The value below which a share (0 to 1) of the numbers lies; 0 of none. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
