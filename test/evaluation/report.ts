import { type ReadingError } from './causes';
import { type Row, type Summary } from './summary';

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));
const cell = (share: number | null): string => percent(share).padStart(8);

const line = (name: string, row: Row): string => {
  const span =
    row.f1Interval === null ? '' : `${percent(row.f1Interval.low)}–${percent(row.f1Interval.high)}`;
  return [
    name.padEnd(9),
    cell(row.precision),
    cell(row.recall),
    cell(row.f1),
    span.padStart(13),
    cell(row.detail),
    String(row.required).padStart(9),
    String(row.extracted).padStart(9),
  ].join(' ');
};

const share = ({ right, all }: { readonly right: number; readonly all: number }): string =>
  `${right} of ${all}${all === 0 ? '' : ` (${percent(right / all)}%)`}`;

/** The table by type, as people read it. */
export const table = (name: string, summary: Summary): string => {
  const { extras, irrelevant, relevant, direction } = summary;
  return [
    `${name}: ${summary.articles} articles`,
    'type      precision  recall       F1   F1 95% int.   detail  required extracted',
    ...Object.entries(summary.types).map(([type, row]) => line(type, row)),
    line('ALL', summary.overall),
    `irrelevant left clean ${share({ right: irrelevant.clean, all: irrelevant.all })}` +
      ` · relevant found relevant ${share({ right: relevant.gatedIn, all: relevant.all })}` +
      ` · direction ${share(direction)}`,
    `of the matched tariffs: basis ${share(extras.basis)} · authority where told ${share(extras.authorityTold)}` +
      ` · none where not told ${share(extras.authorityNone)}`,
    `evidence exact ${share(extras.evidenceExact)} · articles with some news ${share(extras.someNews)}` +
      ` · past tariffs told as background ${share(extras.pastIsBackground)}`,
  ].join('\n');
};

/** Errors by cause, and how each rule did. */
export const diagnosis = ({ causes, rules }: Summary): string =>
  [
    'errors by cause',
    ...causes.map(
      ({ kind, type, cause, count }) => `${String(count).padStart(6)}  ${kind} ${type.padEnd(8)} ${cause}`,
    ),
    ' fired  right  wrong  rule',
    ...rules.map(({ rule, fired, right, wrong }) =>
      [...[fired, right, wrong].map((n) => String(n).padStart(6)), ` ${rule}`].join(' '),
    ),
  ].join('\n');

export const errorLine = ({ article, kind, cause, line: of, ruleId }: ReadingError): string =>
  `${article}\t${kind}\t${cause}\t${ruleId ?? ''}\t${JSON.stringify(of)}`;
