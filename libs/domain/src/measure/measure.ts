import { type FacetLogic, type ReadingParts } from '../ledger/facet-logic';
import { type Policy } from '../policy/policy.types';
import { addDays, firstAfter } from '../shared/calendar';
import { type MeasureKind } from '../shared/observation';
import { type Day, type Party } from '../shared/primitives';
import { type MeasureValue } from '../values';
import { canGoStale, dueDay, NO_MEASURE, stepMeasure, type MeasureState } from './step-measure';
import { measureEntries, type MeasureWord } from './word';

const nextOf = ({ status, next }: MeasureState): MeasureValue['next'] =>
  next === null || status === null ? null : { status: next.status, date: next.date };

const read =
  (actor: Party, kind: MeasureKind) =>
  (state: MeasureState): ReadingParts | null => {
    const { rival, subject, since, until } = state;
    const status = state.status ?? state.next?.status ?? null;
    if (status === null) return null;
    return {
      value: { type: 'measure', actor, kind, subject, status, since, until, next: nextOf(state) },
      status,
      backing: state.status === null ? (state.next?.backing ?? []) : state.backing,
      conflicts: rival === null ? [] : [{ says: rival.status, backing: rival.backing, saidOn: rival.saidOn }],
      ...(state.status !== null && !state.seen ? { standing: 'unconfirmed' as const } : {}),
    };
  };

const wake = ({ next }: MeasureState, day: Day, { staleness }: Policy): Day | null => {
  if (next === null) return null;
  return firstAfter(
    [dueDay(next), canGoStale(next) ? addDays(next.saidOn, staleness.threatDays + 1) : null],
    day,
  );
};

/** A step other than a tariff: one actor, one kind, one subject. */
export const measureLogic = (
  actor: Party,
  kind: MeasureKind,
  policy: Policy,
): FacetLogic<MeasureWord, MeasureState> => ({
  start: NO_MEASURE,
  entries: measureEntries,
  step: stepMeasure,
  wake: (state, day) => wake(state, day, policy),
  read: read(actor, kind),
});
