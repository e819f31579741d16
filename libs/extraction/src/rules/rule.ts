import {
  type DisputeObservation,
  type MeasureObservation,
  type MeetingObservation,
  type ObservationType,
  type StanceObservation,
  type TariffObservation,
  type TraceStep,
  type TruceObservation,
} from '@app/contracts';
import { type Clause, type Doc, type Sentence, type Span } from '../doc';

type Bookkeeping =
  'id' | 'type' | 'evidence' | 'sentence' | 'ruleId' | 'confidence' | 'news' | 'source' | 'trace';

/** What a rule of each type has to say: the observation without what the engine adds. */
export interface Fields {
  readonly tariff: Omit<TariffObservation, Bookkeeping>;
  readonly truce: Omit<TruceObservation, Bookkeeping>;
  readonly meeting: Omit<MeetingObservation, Bookkeeping>;
  readonly measure: Omit<MeasureObservation, Bookkeeping>;
  readonly dispute: Omit<DisputeObservation, Bookkeeping>;
  readonly stance: Omit<StanceObservation, Bookkeeping>;
}

/** A trigger word met in the text: what a rule starts from. `from` and `to` are the trigger's tokens. */
export interface Hit extends Span {
  readonly doc: Doc;
  /** The trigger phrase as the rule writes it. */
  readonly trigger: string;
  readonly clause: Clause;
  readonly sentence: Sentence;
  /** Leaves a step for `explain`; answers nothing. */
  readonly note: (step: string, detail: string) => void;
}

export interface Draft<T extends ObservationType> {
  readonly fields: Fields[T];
  /** The shortest run of tokens that carries it. */
  readonly evidence: Span;
  /** 0 to 1; the rule's own where left out. */
  readonly confidence?: number;
  /** Background rather than news; by the clause's tense where left out. */
  readonly news?: boolean;
  /** Steps of this draft alone, where a rule reads several things at one place; `note` leaves those of all. */
  readonly steps?: readonly TraceStep[];
}

/** A text that the rule must read so, with the day of publication where it matters (else 2025-06-06). */
type Yes<T extends ObservationType> = readonly [
  text: string,
  expected: Partial<Fields[T]>,
  published?: string,
];

export interface Rule<T extends ObservationType> {
  /** `type.name`, unique. */
  readonly id: string;
  readonly type: T;
  /** Lower-case words or phrases, hyphens as spaces; the rule runs only where one of them stands. */
  readonly triggers: readonly string[];
  /** The more specific reading wins where two of one key meet: higher first. */
  readonly priority: number;
  readonly confidence: number;
  readonly read: (hit: Hit) => readonly Draft<T>[];
  /** At least three texts that it reads, and two that it leaves alone: they are its tests. */
  readonly yes: readonly Yes<T>[];
  readonly no: readonly string[];
}

export type AnyRule = { [T in ObservationType]: Rule<T> }[ObservationType];

/** A draft with the rule it came from and its steps: what merge works on. */
export type Reading = {
  [T in ObservationType]: {
    readonly type: T;
    readonly fields: Fields[T];
    readonly evidence: Span;
    readonly sentence: Sentence;
    readonly clause: Clause;
    readonly ruleId: string;
    readonly priority: number;
    readonly confidence: number;
    readonly news: boolean;
    readonly trace: readonly TraceStep[];
  };
}[ObservationType];

/** Says what type a rule has, so that its `read` is checked against that type's fields. */
export const rule = <T extends ObservationType>(definition: Rule<T>): Rule<T> => definition;

/** A reading with what was found put over empty fields: a rule names only what it knows. */
export const truce = (
  known: Partial<Fields['truce']> & Pick<Fields['truce'], 'status'>,
): Fields['truce'] => ({
  by: null,
  name: null,
  date: null,
  until: null,
  durationDays: null,
  ...known,
});
export const meeting = (
  known: Partial<Fields['meeting']> & Pick<Fields['meeting'], 'kind' | 'status'>,
): Fields['meeting'] => ({
  date: null,
  place: null,
  host: null,
  durationMinutes: null,
  initiator: null,
  ...known,
});
export const measure = (
  known: Partial<Fields['measure']> & Pick<Fields['measure'], 'actor' | 'kind' | 'subject' | 'status'>,
): Fields['measure'] => ({
  date: null,
  until: null,
  ...known,
});
