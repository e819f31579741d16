import { asRepeat, checkVersions, type StoredAt } from '../settle';
import type { Unit } from './batch';
import type { Outcome } from './group-commit';

export const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/**
 * The units of a batch that was not written that have an answer: those whose ids are stored already get the first one's, those that
 * would fail if the others were appended one after the other to streams at these versions get their error.
 */
export const settle = (
  units: readonly Unit[],
  stored: ReadonlyMap<string, StoredAt>,
  before: ReadonlyMap<string, number>,
): Map<Unit, Outcome> => {
  const versions = new Map(before);
  const versionOf = (stream: string): number => versions.get(stream) ?? 0;
  const settled = new Map<Unit, Outcome>();
  for (const unit of units) {
    try {
      const appended = asRepeat(unit.items, stored);
      if (appended) {
        settled.set(unit, { appended });
        continue;
      }
      checkVersions(unit.items, versionOf);
      for (const { stream, events } of unit.items) versions.set(stream, versionOf(stream) + events.length);
    } catch (error) {
      settled.set(unit, { error: toError(error) });
    }
  }
  return settled;
};
