import { type RelationInput } from './inputs';
import { type Policy } from './policy/policy.types';
import { type Day } from './shared/primitives';
import {
  type Change,
  type FactRow,
  type Moment,
  type Recorded,
  type State,
  type Summary,
  type TensionReading,
} from './state.types';
import { type Reading } from './values';

declare const relation: unique symbol;
/** Everything recorded about one relation, with its indexes. Only `record` changes it. */
export interface Relation {
  readonly [relation]: true;
  readonly policy: Policy;
}

/** The door's functions, each exported by this name from index.ts. */
export interface DomainApi {
  createRelation: (policy?: Policy) => Relation;
  record: (relation: Relation, input: RelationInput) => Recorded;
  /** The relation's day: the latest publication or day passed; moves forward only. */
  dayOf: (relation: Relation) => Day;
  facetsOf: (relation: Relation) => readonly string[];
  readFacet: (relation: Relation, facet: string, moment?: Moment) => Reading | null;
  state: (relation: Relation, moment?: Moment) => State;
  summarize: (state: State) => Summary;
  changesBetween: (
    before: readonly Reading[],
    after: readonly Reading[],
    about: { readonly effective: Day; readonly late: boolean; readonly corrects: boolean },
  ) => readonly Change[];
  timeline: (relation: Relation, days: { readonly from: Day; readonly to: Day }) => readonly Change[];
  factRows: (relation: Relation, facet: string) => readonly FactRow[];
  tension: (relation: Relation, moment?: Moment) => TensionReading;
}
