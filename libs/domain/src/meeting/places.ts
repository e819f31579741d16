import { type Party } from '../shared/primitives';

// Which side's ground a place is on: so that a meeting in Busan is not the visit to China that was agreed.
const GROUND: Readonly<Record<Party, readonly string[]>> = {
  US: [
    'united states',
    'us',
    'u.s.',
    'america',
    'washington',
    'white house',
    'oval office',
    'new york',
    'california',
    'woodside',
    'san francisco',
    'mar-a-lago',
    'florida',
    'miami',
    'anchorage',
    'alaska',
    'palm beach',
    'iowa',
  ],
  CN: [
    'china',
    'beijing',
    'shanghai',
    'shenzhen',
    'guangzhou',
    'hangzhou',
    'tianjin',
    'wuhan',
    'hong kong',
    'hainan',
    'great hall',
  ],
};

// Places in a country, where one report names the one and another the other.
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  'south korea': ['busan', 'seoul', 'gyeongju', 'gimhae', 'korea'],
  japan: ['osaka', 'tokyo'],
  argentina: ['buenos aires'],
  peru: ['lima'],
  indonesia: ['bali'],
  france: ['paris'],
  spain: ['madrid'],
  sweden: ['stockholm'],
  malaysia: ['kuala lumpur'],
  switzerland: ['geneva'],
  britain: ['london'],
};

const SMALL = new Set(['the', 'of', 'in', 'at', 'and', 'south', 'north', 'new', 'city', 'summit']);

const clean = (place: string): string =>
  ` ${place
    .toLowerCase()
    .replace(/[^\p{L}.]+/gu, ' ')
    .trim()} `;

const mentions = (place: string, name: string): boolean => clean(place).includes(` ${name} `);

export const groundOf = (place: string | null): Party | null => {
  if (place === null) return null;
  const on = (party: Party): boolean => GROUND[party].some((name) => mentions(place, name));
  return on('US') ? 'US' : on('CN') ? 'CN' : null;
};

const words = (place: string): readonly string[] =>
  clean(place)
    .trim()
    .split(' ')
    .filter((word) => !SMALL.has(word));

const containerOf = (place: string): string | null =>
  Object.keys(INSIDE).find(
    (country) => mentions(place, country) || (INSIDE[country] ?? []).some((name) => mentions(place, name)),
  ) ?? null;

const isContainer = (place: string): boolean =>
  Object.keys(INSIDE).some((country) => mentions(place, country)) ||
  ['china', 'united states', 'us', 'america'].some((name) => clean(place).trim() === name);

/** Could both name the same place? Unknown fits all. */
export const placesFit = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true;
  const known = new Set(words(a));
  if (words(b).some((word) => known.has(word))) return true;
  const ground = groundOf(a);
  // A side's ground is one place: White House and Washington, Woodside and San Francisco are told of the same day.
  if (ground !== null && ground === groundOf(b)) return true;
  const inside = containerOf(a);
  return inside !== null && inside === containerOf(b) && (isContainer(a) || isContainer(b));
};

/** Could a meeting in `place` be the one to which `host` invites? */
export const hostFits = (place: string | null, host: Party | null): boolean =>
  place === null || host === null || groundOf(place) === host;
