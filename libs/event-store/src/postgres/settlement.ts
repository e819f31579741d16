import { asRepeat, checkVersions, type StoredAt } from '../settle';
import type { Unit } from './batch';
import type { Outcome } from './group-commit';

export const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The units whose ids are stored already, with the first one's answer, or with what is wrong about them. */
export const settleRepeats = (
  units: readonly Unit[],
  stored: ReadonlyMap<string, StoredAt>,
): Map<Unit, Outcome> => {
  const settled = new Map<Unit, Outcome>();
  for (const unit of units) {
    try {
      const appended = asRepeat(unit.items, stored);
      if (appended) settled.set(unit, { appended });
    } catch (error) {
      settled.set(unit, { error: toError(error) });
    }
  }
  return settled;
};

/** The units that would fail if they were appended one after the other to streams at these versions. */
export const settleConflicts = (
  units: readonly Unit[],
  before: ReadonlyMap<string, number>,
): Map<Unit, Outcome> => {
  const versions = new Map(before);
  const versionOf = (stream: string): number => versions.get(stream) ?? 0;
  const settled = new Map<Unit, Outcome>();
  for (const unit of units) {
    try {
      checkVersions(unit.items, versionOf);
      for (const { stream, events } of unit.items) versions.set(stream, versionOf(stream) + events.length);
    } catch (error) {
      settled.set(unit, { error: toError(error) });
    }
  }
  return settled;
};
