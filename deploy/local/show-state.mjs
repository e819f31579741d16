// The current state as a table that a person can read.
import { bold, dim, say } from './ui.mjs';

const SIDE = { US: 'United States', CN: 'China' };
const WORDS = {
  leader_call: 'call of the leaders',
  leader_meeting: 'meeting of the leaders',
  trade_talks: 'trade talks',
  section_301: 'Section 301',
  section_232: 'Section 232',
  section_201: 'Section 201',
  section_122: 'Section 122',
  ieepa: 'IEEPA',
};
const words = (name) => WORDS[name] ?? String(name).replaceAll('_', ' ');
const percent = (rate) => (rate === null ? 'rate not told' : `${rate} %`);
const until = (day) => (day === null || day === undefined ? '' : ` until ${day}`);
const since = (day) => (day === null || day === undefined ? '' : ` since ${day}`);

const tariff = ({ rate, parts, suspended, announced, threatened }) => {
  const made = parts
    .filter((part) => part.rate !== 0)
    .map((part) => `${words(part.authority)} ${percent(part.rate)}`);
  const lines = [
    `${rate === null ? 'no rate known' : `${percent(rate)} across the board`}${made.length > 1 ? ` (${made.join(' + ')})` : ''}`,
  ];
  for (const part of suspended) lines.push(`suspended: ${percent(part.rate)}${until(part.until)}`);
  for (const step of announced)
    lines.push(`announced: ${percent(step.rate)}${step.effective ? ` from ${step.effective}` : ''}`);
  for (const step of threatened) lines.push(`threatened: ${percent(step.rate)}`);
  return lines;
};

const meeting = ({ status, date, place }) =>
  `${words(status)}${date ? ` ${date}` : ''}${place ? `, ${place}` : ''}`;

const truce = ({ status, name, until: end, since: start }) => [
  `${words(status)}${name ? ` (${name})` : ''}${since(start)}${until(end)}`,
];

const READERS = {
  tariff: (value) => [`Tariffs of ${SIDE[value.imposer]}`, tariff(value)],
  truce: (value) => ['Truce', truce(value)],
  meetings: (value) => [
    words(value.kind).replace(/^./, (first) => first.toUpperCase()),
    [
      ...(value.lastHeld ? [`last: ${meeting(value.lastHeld)}`] : []),
      ...value.planned.map((one) => `planned: ${meeting(one)}`),
    ],
  ],
  dispute: (value) => [
    'Disputed',
    [`${SIDE[value.claimant]} says: ${value.about}; ${SIDE[value.denier]} denies it`],
  ],
  stance: (value) => [`Tone of ${SIDE[value.actor]}`, [`${value.tone}${since(value.since)}`]],
  tension: (value) => ['Tension', [`${value.index} (acts ${value.acts}, threats ${value.threats})`]],
};
const ORDER = ['tariff', 'truce', 'meetings', 'dispute', 'stance', 'tension'];

const counted = (facets, type, label) => {
  const of = facets.filter(({ value }) => value.type === type);
  const open = of.filter(({ value }) => ['in_effect', 'announced', 'threatened'].includes(value.status));
  if (of.length === 0) return [];
  return [[label, [`${open.length} standing, ${of.length - open.length} suspended, eased or over`]]];
};

/** Rows of the table: a name and its lines. */
const rows = (facets) => {
  const main = facets
    .filter(({ value }) => ORDER.includes(value.type))
    .sort((a, b) => ORDER.indexOf(a.value.type) - ORDER.indexOf(b.value.type))
    .map((facet) => ({ facet, row: READERS[facet.value.type](facet.value) }))
    .filter(({ row }) => row[1].length > 0)
    .map(({ facet, row: [name, lines] }) => [
      name,
      lines.map((line, at) => (at === 0 ? `${line}  ${dim(facet.standing)}` : line)),
    ]);
  return [
    ...main,
    ...counted(facets, 'product_tariff', 'Sector and list duties'),
    ...counted(facets, 'measure', 'Other measures'),
  ];
};

/** Asks query for the state and prints it. */
export const showState = async (query) => {
  const headers = process.env.API_KEY ? { 'x-api-key': process.env.API_KEY } : {};
  const today = new Date().toISOString().slice(0, 10);
  const response = await fetch(`${query}/v1/relations/us-cn?asOf=${today}`, {
    headers,
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`query answers ${response.status}`);
  const state = await response.json();
  say();
  say(`${bold('US-China trade relations')} as of ${state.asOf}`);
  if (state.facets.length === 0) return say('  Nothing is known yet: post an article.');
  for (const [name, lines] of rows(state.facets)) {
    lines.forEach((line, at) => say(`  ${(at === 0 ? name : '').padEnd(26)} ${line}`));
  }
};
