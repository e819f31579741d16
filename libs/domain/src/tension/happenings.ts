import { type Day } from '../shared/primitives';
import {
  type FacetValue,
  type MeasureValue,
  type Meeting,
  type MeetingsValue,
  type ProductTariffValue,
  type Reading,
  type StanceValue,
  type TariffStep,
  type TariffValue,
  type TruceValue,
} from '../values';
import weights from './weights.json';

/** A thing that happened, on the day it happened: how far it eases (+) or tightens (-) before confidence and decay. */
export interface Happening {
  readonly facet: string;
  readonly day: Day;
  readonly what: string;
  readonly kind: 'act' | 'threat';
  readonly easing: number;
  readonly confidence: number;
  readonly because: readonly string[];
}

type Bare = Pick<Happening, 'what' | 'kind' | 'easing'>;

const act = (what: string, easing: number): Bare => ({ what, kind: 'act', easing });
const threat = (what: string, easing: number): Bare => ({ what, kind: 'threat', easing });

const size = (points: number): number => {
  const { sizeBase, sizePerPoint, sizeMost } = weights.tariff;
  return Math.min(sizeMost, sizeBase + sizePerPoint * Math.abs(points));
};

const moved = (from: number, to: number): readonly Bare[] => {
  if (to === from) return [];
  const weight = to > from ? weights.tariff.in_effect : weights.tariff.cut;
  return [act(`${from} to ${to} percent`, weight * size(to - from))];
};

const isNew =
  (before: readonly TariffStep[]) =>
  ({ rate, effective }: TariffStep): boolean =>
    !before.some(
      (one) =>
        one.rate === rate && (one.effective === effective || effective === null || one.effective === null),
    );

const stepped = (
  before: readonly TariffStep[],
  after: readonly TariffStep[],
  standing: number,
  said: 'announced' | 'threatened',
): readonly Bare[] =>
  after.filter(isNew(before)).map(({ rate, rateFrom }) => {
    const points = rate === null ? 0 : rate - (rateFrom ?? (rate > standing ? standing : 0));
    const cut = rate !== null && rateFrom !== null && rate < rateFrom;
    const weight = cut ? weights.tariff.cut_announced : weights.tariff[said];
    return threat(`${said}: ${rate ?? 'some'} percent`, weight * size(points));
  });

type Stepped = Pick<TariffValue, 'rate' | 'announced' | 'threatened'>;
const NO_STEPS: Stepped = { rate: null, announced: [], threatened: [] };

const calledOff = (before: Stepped, after: Stepped): readonly Bare[] =>
  before.announced.length > after.announced.length && before.rate === after.rate
    ? [act('called off', weights.tariff.suspended * size(0))]
    : [];

const tariff = (a: TariffValue | null, b: TariffValue): readonly Bare[] => {
  const before: Stepped = a ?? NO_STEPS;
  return [
    ...moved(before.rate ?? 0, b.rate ?? 0),
    ...stepped(before.announced, b.announced, b.rate ?? 0, 'announced'),
    ...stepped(before.threatened, b.threatened, b.rate ?? 0, 'threatened'),
    ...(b.suspended.length > (a?.suspended.length ?? 0) ? calledOff(before, b) : []),
  ];
};

const standingRate = (value: ProductTariffValue | null): number =>
  value?.status === 'in_effect' ? (value.rate ?? 0) : 0;

const product = (a: ProductTariffValue | null, b: ProductTariffValue): readonly Bare[] => {
  const before: Stepped = a ?? NO_STEPS;
  const [was, is] = [standingRate(a), standingRate(b)];
  return [
    ...moved(was, is),
    ...stepped(before.announced, b.announced, is, 'announced'),
    ...stepped(before.threatened, b.threatened, is, 'threatened'),
    ...(was === is ? calledOff(before, { ...b, rate: before.rate }) : []),
  ];
};

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

const truceStatus = (a: TruceValue | null, b: TruceValue): readonly Bare[] => {
  const { easing, notAfter } = TRUCE[b.status];
  const before = a !== null && a.name === b.name ? a.status : null;
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

const measure = (a: MeasureValue | null, b: MeasureValue): readonly Bare[] => {
  const weigh = (status: MeasureValue['status']): Bare => {
    const kind = TO_COME.includes(status) ? 'threat' : 'act';
    return {
      what: `${b.kind} ${b.subject} ${status}`,
      kind,
      easing: measureWeight({ kind: b.kind, status }),
    };
  };
  return [
    ...(a?.status === b.status ? [] : [weigh(b.status)]),
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
      return tariff(as(a, b.type), b);
    case 'product_tariff':
      return product(as(a, b.type), b);
    case 'truce':
      return truce(as(a, b.type), b);
    case 'meetings':
      return meetings(as(a, b.type), b, day);
    case 'measure':
      return measure(as(a, b.type), b);
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
