export type Cell = string | number | null | undefined;

const cell = (value: Cell): string =>
  value === null || value === undefined ? '–' : String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table of Markdown; none of a row's cells may be left out. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

export const percent = ({ right, all }: { readonly right: number; readonly all: number }): string =>
  all === 0 ? 'none to compare' : `${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`;

/** Two decimals, with a sign, as correlations are given. */
export const signed = (value: number | null): string =>
  value === null ? '–' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

export const fixed = (value: number): string => value.toFixed(1).replace('-', '−');

const START = (name: string): string => `<!-- figures: ${name} -->`;
const END = '<!-- end of figures -->';

/**
 * A text with its marked blocks written anew: what stands between `<!-- figures: NAME -->` and `<!-- end of figures -->`.
 * Throws where a block that was asked for has no place.
 */
export const fillIn = (text: string, blocks: Readonly<Record<string, string>>): string =>
  Object.entries(blocks).reduce((all, [name, block]) => {
    const from = all.indexOf(START(name));
    const to = all.indexOf(END, from);
    if (from < 0 || to < 0) throw new Error(`no place for the figures "${name}"`);
    return `${all.slice(0, from)}${START(name)}\n\n${block}\n\n${all.slice(to)}`;
  }, text);
