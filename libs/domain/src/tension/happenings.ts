import { type Day } from '../shared/primitives';
import {
  type FacetValue,
  type MeasureValue,
  type Meeting,
  type MeetingsValue,
  type Reading,
  type StanceValue,
  type TruceValue,
} from '../values';
import { act, hasBegun, threat, type Bare, type Happening } from './happening';
import { product, tariff } from './tariff-happenings';
import weights from './weights.json';

// What coming to a status weighs, and from which statuses of the same truce it is nothing new.
const TRUCE: Readonly<
  Record<TruceValue['status'], { readonly easing: number; readonly notAfter: readonly string[] }>
> = {
  agreed: { easing: weights.truce.agreed, notAfter: [] },
  in_force: { easing: weights.truce.agreed, notAfter: ['agreed', 'extended', 'strained', 'expired'] },
  extended: { easing: weights.truce.extended, notAfter: ['strained'] },
  strained: { easing: weights.truce.strained, notAfter: [] },
  collapsed: { easing: weights.truce.collapsed, notAfter: [] },
  expired: { easing: weights.truce.expired, notAfter: [] },
  none: { easing: 0, notAfter: [] },
  proposed: { easing: 0, notAfter: [] },
};

// A text put under what was agreed in principle, or a signature under the text.
const sealed = (a: TruceValue, b: TruceValue): readonly Bare[] =>
  a.agreedOn !== null && b.agreedOn !== null && b.agreedOn > a.agreedOn
    ? [act(`${b.name ?? 'truce'} sealed`, weights.truce.sealed)]
    : [];

const truceStatus = (a: TruceValue | null, b: TruceValue): readonly Bare[] => {
  const { easing, notAfter } = TRUCE[b.status];
  const before = a !== null && a.name === b.name ? a.status : null;
  if (a !== null && before === 'agreed' && b.status === 'agreed') return sealed(a, b);
  if (before !== null && (before === b.status || notAfter.includes(before))) return [];
  const said = `${b.name ?? 'truce'} ${b.status}`;
  return [b.status === 'strained' ? threat(said, easing) : act(said, easing)];
};

const truce = (a: TruceValue | null, b: TruceValue): readonly Bare[] => {
  const before = a !== null && a.name === b.name ? a.accusations.length : 0;
  const accused = b.accusations
    .slice(before)
    .map(({ by }) => threat(`${by} alleges a breach`, weights.truce.violation_alleged));
  return [...truceStatus(a, b), ...accused];
};

const PLANS = ['proposed', 'invited', 'agreed', 'scheduled'] as const;
const isPlan = (status: string): status is (typeof PLANS)[number] => PLANS.some((one) => one === status);

const lived = (kind: MeetingsValue['kind'], { life }: Meeting, day: Day): readonly Bare[] => {
  const today = life.filter(({ on }) => on === day).map(({ status }) => status);
  const first = life.find(({ status }) => isPlan(status) && status !== 'proposed');
  return today.flatMap((status): readonly Bare[] => {
    if (status === 'held') return [act(`${kind} held`, weights.meeting[`${kind}_held`])];
    if (status === 'postponed' || status === 'cancelled' || status === 'denied')
      return [act(`${kind} ${status}`, weights.meeting[status])];
    const counts = status === 'proposed' || (first?.on === day && first.status === status);
    return isPlan(status) && counts ? [threat(`${kind} ${status}`, weights.meeting[status])] : [];
  });
};

const lifeOf = ({ life, host }: Meeting): string =>
  [host, ...life.map(({ status, on }) => `${status} ${on}`)].join(', ');

const meetings = (a: MeetingsValue | null, b: MeetingsValue, day: Day): readonly Bare[] => {
  const known = new Set(a === null ? [] : [...a.planned, ...a.recent].map(lifeOf));
  const told = [...b.planned, ...b.recent].filter(({ standing }) => standing !== 'disputed');
  return told.filter((one) => !known.has(lifeOf(one))).flatMap((one) => lived(b.kind, one, day));
};

const TO_COME: readonly string[] = ['announced', 'threatened', 'pledged'];

const measureWeight = ({ kind, status }: Pick<MeasureValue, 'kind' | 'status'>): number => {
  if (kind === 'purchase') {
    if (status === 'pledged') return weights.measure.purchase_pledged;
    if (status === 'in_effect') return weights.measure.purchase_in_effect;
    return status === 'suspended' ? weights.measure.purchase_suspended : 0;
  }
  if (kind === 'investigation' && status === 'in_effect') return weights.measure.investigation;
  return status === 'pledged' ? 0 : weights.measure[status];
};

// Seen for the first time, in force since nobody says when or since long: that is learned, it did not happen.
const isOnlyLearned = (a: MeasureValue | null, { status, since }: MeasureValue, day: Day): boolean =>
  a === null && !TO_COME.includes(status) && !hasBegun(since, day);

const measure = (a: MeasureValue | null, b: MeasureValue, day: Day): readonly Bare[] => {
  const weigh = (status: MeasureValue['status']): Bare => {
    const kind = TO_COME.includes(status) ? 'threat' : 'act';
    return {
      what: `${b.kind} ${b.subject} ${status}`,
      kind,
      easing: measureWeight({ kind: b.kind, status }),
    };
  };
  return [
    ...(a?.status === b.status || isOnlyLearned(a, b, day) ? [] : [weigh(b.status)]),
    ...(b.next === null || a?.next?.status === b.next.status || a?.status === b.next.status
      ? []
      : [weigh(b.next.status)]),
  ];
};

const stance = (a: FacetValue | null, b: StanceValue): readonly Bare[] =>
  a?.type === 'stance' && a.tone === b.tone ? [] : [threat(`${b.actor} ${b.tone}`, weights.stance[b.tone])];

/** The value before, where it is of the same kind. */
const as = <T extends FacetValue['type']>(
  value: FacetValue | null,
  type: T,
): Extract<FacetValue, { readonly type: T }> | null => (isOf(value, type) ? value : null);

const isOf = <T extends FacetValue['type']>(
  value: FacetValue | null,
  type: T,
): value is Extract<FacetValue, { readonly type: T }> => value?.type === type;

/** What happened between two values of one facet; null before: nothing was known of it. */
const between = (a: FacetValue | null, b: FacetValue, day: Day): readonly Bare[] => {
  switch (b.type) {
    case 'tariff':
      return tariff(as(a, b.type), b, day);
    case 'product_tariff':
      return product(as(a, b.type), b, day);
    case 'truce':
      return truce(as(a, b.type), b);
    case 'meetings':
      return meetings(as(a, b.type), b, day);
    case 'measure':
      return measure(as(a, b.type), b, day);
    case 'dispute':
      return a === null ? [threat(`dispute: ${b.about}`, weights.dispute)] : [];
    case 'stance':
      return stance(a, b);
    case 'tension':
      return [];
  }
};

/** News counts once an event: only where a reading differs from the one before has something happened. */
export const happeningsBetween = (
  before: Reading | null,
  after: Reading | null,
  day: Day,
): readonly Happening[] =>
  after === null
    ? []
    : between(before?.value ?? null, after.value, day)
        .filter(({ easing }) => easing !== 0)
        .map((one) => ({
          ...one,
          facet: after.facet,
          day,
          confidence: after.confidence,
          because: after.because,
        }));
