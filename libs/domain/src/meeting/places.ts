import { memo } from '../shared/memo';
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

interface Place {
  readonly words: ReadonlySet<string>;
  readonly ground: Party | null;
  /** The country it lies in, of those listed. */
  readonly inside: string | null;
  /** It is the name of a country, not of a place in it. */
  readonly isCountry: boolean;
}

const COUNTRIES = [...Object.keys(INSIDE), 'china', 'united states', 'us', 'america'];

const placeOf = memo((text: string): Place => {
  const clean = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}.]+/gu, ' ')
    .trim()} `;
  const mentions = (name: string): boolean => clean.includes(` ${name} `);
  const on = (party: Party): boolean => GROUND[party].some(mentions);
  const inside = Object.entries(INSIDE).find(([country, names]) => mentions(country) || names.some(mentions));
  return {
    words: new Set(
      clean
        .trim()
        .split(' ')
        .filter((word) => !SMALL.has(word)),
    ),
    ground: on('US') ? 'US' : on('CN') ? 'CN' : null,
    inside: inside?.[0] ?? null,
    isCountry: COUNTRIES.includes(clean.trim()),
  };
});

export const groundOf = (place: string | null): Party | null =>
  place === null ? null : placeOf(place).ground;

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const word of a) if (b.has(word)) return true;
  return false;
};

/** Could both name the same place? Unknown fits all. */
export const placesFit = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null || a === b) return true;
  const [x, y] = [placeOf(a), placeOf(b)];
  // A side's ground is one place: White House and Washington, Woodside and San Francisco are told of the same day.
  if (shares(x.words, y.words) || (x.ground !== null && x.ground === y.ground)) return true;
  return x.inside !== null && x.inside === y.inside && (x.isCountry || y.isCountry);
};

/** Could a meeting in `place` be the one to which `host` invites? */
export const hostFits = (place: string | null, host: Party | null): boolean =>
  place === null || host === null || groundOf(place) === host;
