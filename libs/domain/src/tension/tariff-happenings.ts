import { isDay } from '../shared/calendar';
import { type Day } from '../shared/primitives';
import { type ProductTariffValue, type TariffStep, type TariffValue } from '../values';
import { act, hasBegun, threat, type Bare } from './happening';
import weights from './weights.json';

const size = (points: number): number => {
  const { sizeBase, sizePerPoint, sizeMost } = weights.tariff;
  return Math.min(sizeMost, sizeBase + sizePerPoint * Math.abs(points));
};

const moved = (from: number, to: number): readonly Bare[] => {
  if (to === from) return [];
  const weight = to > from ? weights.tariff.in_effect : weights.tariff.cut;
  return [act(`${from} to ${to} percent`, weight * size(to - from))];
};

const isSame =
  ({ rate, effective }: TariffStep) =>
  (one: TariffStep): boolean =>
    one.rate === rate && (one.effective === effective || effective === null || one.effective === null);

const weighStep = (
  { rate, rateFrom }: TariffStep,
  standing: number,
  said: 'announced' | 'threatened',
): Bare => {
  const points = rate === null ? 0 : rate - (rateFrom ?? (rate > standing ? standing : 0));
  const cut = rate !== null && rateFrom !== null && rate < rateFrom;
  const weight = cut ? weights.tariff.cut_announced : weights.tariff[said];
  return threat(`${said}: ${rate ?? 'some'} percent`, weight * size(points));
};

// The part and the total that one step makes are told side by side, and not each with the day: of the steps for one day
// the largest counts.
const largest = (steps: readonly TariffStep[], weigh: (step: TariffStep) => Bare): readonly Bare[] => {
  const byDay = new Map<string, Bare>();
  const last =
    steps
      .map(({ effective }) => effective ?? '')
      .sort()
      .at(-1) ?? '';
  for (const step of steps) {
    const day = step.effective ?? last;
    const bare = weigh(step);
    const known = byDay.get(day);
    if (known === undefined || Math.abs(bare.easing) > Math.abs(known.easing)) byDay.set(day, bare);
  }
  return [...byDay.values()];
};

type Stepped = Pick<TariffValue, 'announced' | 'threatened'>;
const NO_STEPS: Stepped = { announced: [], threatened: [] };

const stepped = (before: Stepped, after: Stepped, standing: number): readonly Bare[] => {
  const isNew =
    (known: readonly TariffStep[]) =>
    (step: TariffStep): boolean =>
      !known.some(isSame(step));
  // The same step for another day, the old one gone, was put off.
  const isPutOff = ({ rate }: TariffStep): boolean =>
    before.announced.some((old) => old.rate === rate && !after.announced.some(isSame(old)));
  const announced = after.announced.filter(isNew(before.announced)).filter((step) => !isPutOff(step));
  // What is announced is threatened no more.
  const threatened = after.threatened.filter(isNew([...before.threatened, ...after.announced]));
  return [
    ...largest(announced, (step) => weighStep(step, standing, 'announced')),
    ...largest(threatened, (step) => weighStep(step, standing, 'threatened')),
  ];
};

/** Steps that were announced for a day to come, and are no more: neither for that day nor for another. */
const calledOff = (before: Stepped, after: Stepped, day: Day): readonly Bare[] =>
  before.announced.some(
    ({ rate, effective }) =>
      isDay(effective) && effective > day && !after.announced.some((one) => one.rate === rate),
  )
    ? [act('called off', weights.tariff.suspended * size(0))]
    : [];

// Seen for the first time, in force since nobody says when or since long: that is learned, it did not happen.
const isOnlyLearned = (was: number, { since }: Pick<ProductTariffValue, 'since'>, day: Day): boolean =>
  was === 0 && !hasBegun(since, day);

export const tariff = (a: TariffValue | null, b: TariffValue, day: Day): readonly Bare[] => {
  const before: Stepped = a ?? NO_STEPS;
  const [was, is] = [a?.rate ?? 0, b.rate ?? 0];
  return [
    ...(isOnlyLearned(was, b, day) ? [] : moved(was, is)),
    ...stepped(before, b, is),
    ...(was === is ? calledOff(before, b, day) : []),
  ];
};

const standingRate = (value: ProductTariffValue | null): number =>
  value?.status === 'in_effect' ? (value.rate ?? 0) : 0;

export const product = (a: ProductTariffValue | null, b: ProductTariffValue, day: Day): readonly Bare[] => {
  const before: Stepped = a ?? NO_STEPS;
  const [was, is] = [standingRate(a), standingRate(b)];
  return [
    ...(isOnlyLearned(was, b, day) ? [] : moved(was, is)),
    ...stepped(before, b, is),
    ...(was === is ? calledOff(before, b, day) : []),
  ];
};
