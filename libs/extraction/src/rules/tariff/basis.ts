import { type Party } from '../helpers';
import { type Fields } from '../rule';
import { type Act } from './act-words';
import { type Coverage } from './coverage';
import { type Authority, type Law } from './ground';
import { sectors } from './words';

export type Basis = Fields['tariff']['basis'];

/** What is known of a rate when its basis is asked for. */
export interface Asked {
  readonly imposer: Party;
  readonly coverage: Coverage;
  readonly authority: Authority;
  readonly laws: ReadonlySet<Law>;
  readonly rate: number | null;
  readonly moved: boolean;
  readonly points: boolean;
  readonly status: string;
  readonly act: Act;
  /** Words of the stretch, lower case, spaces at both ends. */
  readonly near: string;
}

const another = / (?:another|a further|further|percent more|per cent more|% more|made a start) /;
const step = / (?:new|hik(?:e|es|ing)|on top of|increases?|rise|rises|adds? to|further|additional|extra) /;
const added = / (?:additional|extra|added|new|surcharge) /;
const total =
  / (?:total(?:s|ed|ling)?|together|combined|cumulative|in all|altogether|overall|stands?|stood|stay(?:s|ed)?|remain(?:s|ed)?|keeps?|now|across - the - board|reach(?:ed|es)?|level|pays?|pay|carry|sum|as high as|holds?|continues?|climbed|makes) /;
const older =
  / (?:existing (?:tariffs|duties|rates|levies)|including (?:earlier|older|previous|existing)|with (?:older|previous|existing)|older (?:duties|tariffs) (?:included|counted)|combination of) /;
/** Told as a level of which the text says neither what it adds to nor what it takes in. */
const unclear = / (?:most (?:chinese )?goods|most chinese|would fall to) /;
const upTo = / (?:up to|as much as) /;

const sectoral = (a: Asked): boolean => {
  if (a.authority === 'section_232' || a.authority === 'section_201') return true;
  if (a.imposer !== 'US' || a.authority === 'section_301') return false;
  const product = a.coverage.product ?? '';
  return (
    a.coverage.tradeUsdBn === null &&
    sectors.test(product) &&
    !/chinese|china|electric/.test(product) &&
    !/ (?:chinese|from china) /.test(a.near)
  );
};

const isStep = (a: Asked): boolean =>
  another.test(a.near) || (a.authority !== null && a.authority !== 'retaliation' && a.authority !== 'ieepa');

/** A duty on everything that is told as news without a level: what it adds. */
const isNew = (a: Asked): boolean =>
  added.test(a.near) && (a.status !== 'in_effect' || (a.imposer === 'US' && a.act === 'begin'));

const isUnclear = (a: Asked): boolean =>
  a.imposer === 'US' &&
  !a.moved &&
  (unclear.test(a.near) || (a.status === 'threatened' && upTo.test(a.near)));

const acrossTheBoard = (a: Asked): Basis => {
  if (a.points || isStep(a) || (a.status === 'suspended' && !a.moved)) return 'additional';
  if (isUnclear(a)) return 'unknown';
  if (a.moved || total.test(a.near)) return 'cumulative_total';
  if (isNew(a)) return 'additional';
  if (a.imposer === 'CN') return 'cumulative_total';
  return a.status === 'threatened' && !added.test(a.near) ? 'unknown' : 'cumulative_total';
};

const byWord = (a: Asked): Basis | null => {
  if (a.near.includes(' average ')) return 'average';
  if (/ effective (?:tariff |duty )?(?:rate|tariff|dut)/.test(a.near)) return 'effective';
  return older.test(a.near) && a.coverage.scope === 'all' ? 'total_with_older' : null;
};

/** What a rate counts, by the words beside it. */
export const basisOf = (a: Asked): Basis => {
  const told = byWord(a);
  if (told !== null) return told;
  if (sectoral(a)) return 'sector';
  if (a.coverage.scope === 'product') return 'additional';
  if (a.rate === null) return a.authority !== null || step.test(a.near) ? 'additional' : 'unknown';
  return acrossTheBoard(a);
};

/** A level rests on no single ground, but on the powers or the one surcharge that the text rests all of it on. */
export const groundOfLevel = (basis: Basis, authority: Authority, near: string): Authority => {
  if (basis !== 'cumulative_total' || authority === 'retaliation') return authority;
  if (authority === 'section_122' && near.includes(' 122 ')) return authority;
  return / (?:ieepa|emergency) /.test(near) || authority === 'ieepa' ? 'ieepa' : null;
};
