import { type FacetValue } from '@app/contracts';

type Of<T extends FacetValue['type']> = Extract<FacetValue, { type: T }>;

const words = (status: string): string => status.replaceAll('_', ' ');
const since = (date: string | null): string => (date === null ? '' : ` since ${date}`);
const until = (date: string | null): string => (date === null ? '' : ` until ${date}`);
const percent = (rate: number | null): string => (rate === null ? 'a rate not told' : `${rate} %`);
const list = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');

const tariff = ({ rate, since: from, parts, suspended, announced, threatened, past }: Of<'tariff'>): string =>
  list([
    rate === null ? 'none on all goods' : `${rate} % on all goods${since(from)}`,
    parts.length > 1 ? parts.map((part) => `${words(part.authority)} ${part.rate}`).join(' + ') : '',
    ...suspended.map((part) => `${percent(part.rate)} suspended${until(part.until)}`),
    ...announced.map(
      (step) => `${percent(step.rate)} announced${step.effective === null ? '' : ` for ${step.effective}`}`,
    ),
    ...threatened.map((step) => `${percent(step.rate)} threatened`),
    rate === null && past.length > 0 ? `once ${past.map((one) => `${one.rate} %`).join(', ')}` : '',
  ]);

const product = ({ product: name, rate, status, since: from, until: to }: Of<'product_tariff'>): string =>
  `${percent(rate)} on ${name}, ${words(status)}${since(from)}${until(to)}`;

const truce = ({ name, status, agreedOn, until: to, accusations, previous }: Of<'truce'>): string =>
  list([
    status === 'none'
      ? 'none'
      : `${name ?? 'unnamed'}: ${words(status)}${agreedOn === null ? '' : `, agreed ${agreedOn}`}${until(to)}`,
    accusations.length > 0
      ? `breach alleged by ${[...new Set(accusations.map(({ by }) => by))].join(' and ')}`
      : '',
    status === 'none' && previous !== null
      ? `the last, ${previous.name ?? 'unnamed'}, ${words(previous.status)}`
      : '',
  ]);

const meeting = (one: Of<'meetings'>['planned'][number]): string =>
  list([
    `${words(one.status)}${one.date === null ? '' : ` ${one.date}`}${one.place === null ? '' : `, ${one.place}`}`,
    one.durationMinutes === null ? '' : `${one.durationMinutes} minutes`,
    one.invitedBy === null ? '' : `invited by ${one.invitedBy}`,
    one.initiator === null ? '' : `asked for by ${one.initiator}`,
  ]);

const meetings = ({ planned, lastHeld }: Of<'meetings'>): string =>
  list([
    ...planned.map((one) => `to come: ${meeting(one)}`),
    lastHeld === null ? '' : `last: ${meeting(lastHeld)}`,
  ]);

const measure = ({ subject, status, since: from, until: to, next }: Of<'measure'>): string =>
  list([
    `${subject}: ${words(status)}${since(from)}${until(to)}`,
    next === null ? '' : `next ${words(next.status)}${next.date === null ? '' : ` for ${next.date}`}`,
  ]);

/** What a facet reads, in one line for a person. */
export const describeValue = (value: FacetValue): string => {
  switch (value.type) {
    case 'tariff':
      return tariff(value);
    case 'product_tariff':
      return product(value);
    case 'truce':
      return truce(value);
    case 'meetings':
      return meetings(value);
    case 'measure':
      return measure(value);
    case 'dispute':
      return `${value.claimant} says, ${value.denier} denies: ${value.about}${since(value.since)}`;
    case 'stance':
      return `${value.tone}${since(value.since)}`;
    case 'tension':
      return `${value.index} (acts ${value.acts}, threats ${value.threats})`;
  }
};
