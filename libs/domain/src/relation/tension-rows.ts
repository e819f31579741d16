import { compareText, equal } from '../shared/equal';
import { firstNot, insertAt } from '../shared/sorted';
import { type Instant } from '../shared/primitives';
import { happeningsBetween } from '../tension/happenings';
import { createTensionBelief } from '../tension/tension-belief';
import { allRows, moveTo, openBefore, settle } from './open-rows';
import { earliest, type FacetFile, type Relation } from './relation-data';
import { sweepOf } from './sweep';
import { type OpenRow, type Sweep, type TensionRows } from './sweep.types';
import { tensionFacet } from './tension-facet';

// The rows of the tension follow from those of all facets: at each moment at which a facet came to be read in another way,
// what happened on it is told anew. They go on from where they were, unless a facet went back to a time before that.

interface Turn {
  readonly moment: Instant;
  readonly file: FacetFile;
  readonly comes: readonly OpenRow[];
  readonly goes: readonly OpenRow[];
}

const sameRow = (a: OpenRow | undefined, b: OpenRow | undefined): boolean =>
  a?.validFrom === b?.validFrom && a?.validTo === b?.validTo && equal(a?.reading, b?.reading);

/** What came and went in the rows of one facet from a moment on, moment by moment; the moment itself always. */
const turnsOf = (file: FacetFile, sweep: Sweep, since: Instant): readonly Turn[] => {
  const turns = new Map<Instant, { comes: OpenRow[]; goes: OpenRow[] }>();
  const at = (moment: Instant): { comes: OpenRow[]; goes: OpenRow[] } => {
    const turn = turns.get(moment) ?? { comes: [], goes: [] };
    turns.set(moment, turn);
    return turn;
  };
  at(since);
  for (const { knownTo, ...row } of allRows(sweep)) {
    if (row.knownFrom >= since) at(row.knownFrom).comes.push(row);
    if (knownTo !== null && knownTo >= since) at(knownTo).goes.push(row);
  }
  return [...turns].map(([moment, turn]) => ({ moment, file, ...turn }));
};

const isFirstOf = (row: OpenRow, rows: readonly OpenRow[]): number =>
  firstNot(rows, ({ validFrom }) => validFrom < row.validFrom);

const turned = (rows: readonly OpenRow[], { comes, goes }: Turn): readonly OpenRow[] => {
  const gone = new Set(goes.map(({ validFrom }) => validFrom));
  const next = rows.filter(({ validFrom }) => !gone.has(validFrom));
  for (const row of comes) insertAt(next, isFirstOf(row, next), row);
  return next;
};

const happenedOn = (rows: readonly OpenRow[], index: number): ReturnType<typeof happeningsBetween> => {
  const [before, row] = [rows[index - 1], rows[index]];
  if (row === undefined) return [];
  return happeningsBetween(
    before?.validTo === row.validFrom ? before.reading : null,
    row.reading,
    row.validFrom,
  );
};

const alikeFromStart = (a: readonly OpenRow[], b: readonly OpenRow[], most: number): number => {
  let alike = 0;
  while (alike < most && sameRow(a[alike], b[alike])) alike += 1;
  return alike;
};

/** Tells what happened where two readings of one facet differ, the first row after it included. */
const tellAnew = (rows: TensionRows, facet: string, is: readonly OpenRow[]): void => {
  const was = rows.alive.get(facet) ?? [];
  rows.alive.set(facet, is);
  const most = Math.min(was.length, is.length);
  const first = alikeFromStart(was, is, most);
  const after = alikeFromStart([...was].reverse(), [...is].reverse(), most - first);
  const [from] = [...was.slice(first, first + 1), ...is.slice(first, first + 1)]
    .map(({ validFrom }) => validFrom)
    .sort();
  if (from === undefined) return;
  const next = is[is.length - after];
  const end = next === undefined ? is.length : is.length - after + 1;
  const happenings = is.slice(first, end).flatMap((_, i) => happenedOn(is, first + i));
  rows.belief.tell(facet, from, next?.validFrom ?? null, happenings);
};

const createRows = (relation: Relation): TensionRows => ({
  belief: createTensionBelief(relation.policy, (level) => tensionFacet(relation.policy.version, level)),
  joins: false,
  alive: new Map(),
  moment: '',
  open: [],
  closed: [],
  closedNow: [],
});

const byMoment = (a: Turn, b: Turn): number => compareText(a.moment, b.moment);

const run = (rows: TensionRows, files: readonly FacetFile[], since: Instant): void => {
  const now = new Map<FacetFile, readonly OpenRow[]>();
  const turns = files.flatMap((file) => {
    if (file.sweep === null) return [];
    now.set(file, openBefore(file.sweep, since));
    return turnsOf(file, file.sweep, since);
  });
  for (const [i, turn] of turns.sort(byMoment).entries()) {
    moveTo(rows, turn.moment);
    const next = turned(now.get(turn.file) ?? [], turn);
    now.set(turn.file, next);
    tellAnew(rows, turn.file.ref.facet, next);
    if (turns[i + 1]?.moment !== turn.moment) settle(rows);
  }
};

/** The rows of the tension, brought to all that is recorded. */
export const tensionRowsOf = (relation: Relation): TensionRows => {
  const files = [...relation.facets.values()];
  for (const file of files) sweepOf(relation, file);
  const since = earliest(...files.map(({ retold }) => retold));
  const old = relation.tension;
  if (old !== null && since === null) return old;
  const goesOn = old !== null && since !== null && since >= old.moment;
  const rows = goesOn ? old : createRows(relation);
  run(rows, goesOn ? files.filter(({ retold }) => retold !== null) : files, goesOn ? since : '');
  for (const file of files) file.retold = null;
  relation.tension = rows;
  return rows;
};
