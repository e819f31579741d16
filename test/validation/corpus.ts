/** The sample history with its labels, and the labelled corpus: sets of `test/evaluation`. */
export const CORPUS = ['history', 'dev'] as const;

/** Any moment will do: nothing that is compared depends on when an article came in. */
export const RECEIVED_AT = '2026-11-24T00:00:00Z';
