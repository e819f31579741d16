import { z } from 'zod';

/** By set, by figure, points of 100 under which the engine must not fall again. */
const floor = z.record(z.string(), z.record(z.string(), z.number()));
export type Floor = z.infer<typeof floor>;
type Figures = Readonly<Record<string, number>>;

export const parseFloor = (json: string): Floor => floor.parse(JSON.parse(json));

/** What lies under the floor, in words. A figure that has gone counts as fallen. */
export const fallen = (of: Floor, set: string, figures: Figures): readonly string[] =>
  Object.entries(of[set] ?? {})
    .filter(([name, least]) => (figures[name] ?? 0) < least)
    .map(([name, least]) => `${set} ${name}: ${figures[name] ?? 'none'}, floor ${least}`);

/** The floor with a set's figures taken in; none gets lower. */
export const raised = (of: Floor, set: string, figures: Figures): Floor => {
  const before = of[set] ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(figures)])];
  return {
    ...of,
    [set]: Object.fromEntries(names.map((name) => [name, Math.max(before[name] ?? 0, figures[name] ?? 0)])),
  };
};
