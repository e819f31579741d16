import { hash } from './random';

export const PARTS = ['A', 'B', 'C'] as const;
export type Part = (typeof PARTS)[number];

/** The third that an article belongs to, by its id alone: rules are tuned on one and reported on another. */
export const partOf = (id: string): Part => PARTS[hash(id) % PARTS.length] ?? 'A';
