import { sectors } from './words';
import { type Authority } from './ground';
import { type Coverage } from './coverage';
import { type Party } from '../helpers';
import { type Fields } from '../rule';

export type Basis = Fields['tariff']['basis'];

/** What is known of a rate when its basis is asked for. */
export interface Asked {
  readonly imposer: Party;
  readonly coverage: Coverage;
  readonly authority: Authority;
  readonly rate: number | null;
  readonly moved: boolean;
  readonly points: boolean;
  readonly status: string;
  /** Words of the stretch, lower case, spaces at both ends. */
  readonly near: string;
}

const step = / (?:another|a further|further|on top of|more|points?|step|new (?:tariff|dut|lev)\w*|adds? to) /;
const added = / (?:additional|extra|added|new|surcharge) /;
const total =
  / (?:total(?:s|ed|ling)?|together|combined|cumulative|in all|altogether|overall|stands?|stood|stay(?:s|ed)?|remain(?:s|ed)?|keeps?|now|across - the - board|reach(?:ed|es)?|level|pays?|sum|as high as|holds?|continues?) /;
const older =
  / (?:existing|including (?:earlier|older|previous|existing)|with (?:earlier|older|previous)|older (?:duties|tariffs) (?:included|counted)|combination of) /;

const sectoral = (a: Asked): boolean =>
  a.authority === 'section_232' ||
  a.authority === 'section_201' ||
  (a.imposer === 'US' &&
    a.authority !== 'section_301' &&
    a.coverage.tradeUsdBn === null &&
    sectors.test(a.coverage.product ?? '') &&
    !/ (?:chinese|china|china's) /.test(` ${a.coverage.product ?? ''} `));

const acrossTheBoard = (a: Asked): Basis => {
  if (a.points || / (?:another|a further) /.test(a.near)) return 'additional';
  if (a.authority !== null && a.authority !== 'retaliation' && a.authority !== 'ieepa') return 'additional';
  if (a.moved || total.test(a.near)) return 'cumulative_total';
  if (step.test(a.near)) return 'additional';
  if (a.status === 'in_effect' && a.imposer === 'CN') return 'cumulative_total';
  if (added.test(a.near)) return a.status === 'in_effect' ? 'cumulative_total' : 'additional';
  if (a.status === 'threatened') return 'unknown';
  return 'cumulative_total';
};

/** What a rate counts, by the words beside it. */
export const basisOf = (a: Asked): Basis => {
  if (/ average /.test(a.near)) return 'average';
  if (/ effective (?:tariff |duty )?(?:rate|tariff|dut)/.test(a.near)) return 'effective';
  if (older.test(a.near) && a.coverage.scope === 'all') return 'total_with_older';
  if (sectoral(a)) return 'sector';
  if (a.coverage.scope === 'product') return 'additional';
  if (a.rate === null) return a.authority !== null || step.test(a.near) ? 'additional' : 'unknown';
  return acrossTheBoard(a);
};
