import { type Value } from '../../doc';
import {
  agentOf,
  dateOf,
  has,
  mentions,
  nearest,
  opposite,
  ownerOf,
  party,
  span,
  textOf,
  thirdParty,
  untilOf,
  values,
  type Party,
} from '../helpers';
import { rule, tariff, type Hit } from '../rule';
import { clauseKey } from '../status';
import { tariffStatus } from './tariff-status';

const suspending =
  / (?:suspend|suspended|suspends|pause|paused|delay|delayed|postponed?|hold|shelved?|called off) /;
const threatening = / (?:threaten\w*|warn\w*|consider\w*|mull\w*|could|may|might|propos\w*) /;

/** The other side of the goods' origin; else who owns or orders the tariff. */
const imposerOf = (hit: Hit, rate: Value): Party | null => {
  const { doc, clause } = hit;
  const goods = nearest(
    mentions(doc, hit.sentence, 'goods').filter((g) => party(g.side) !== null),
    rate,
  );
  if (goods !== undefined) {
    hit.note('target', `${textOf(doc, goods)} (${goods.side ?? ''}), so the imposer is the other side`);
    return opposite(goods.side);
  }
  const by = ownerOf(doc, hit) ?? agentOf(doc, clause);
  hit.note('imposer', by === null ? 'nobody named' : by.name);
  return party(by?.side);
};

const classOf = (hit: Hit): string => {
  if (has(hit.doc, hit.clause, suspending)) return 'suspend';
  return has(hit.doc, hit.clause, threatening) ? 'threat' : 'impose';
};

/** "impose a 34 percent tariff on US goods": a rate beside a tariff word, the imposer opposite the goods. */
export const rateOnGoods = rule({
  id: 'tariff.rate-on-goods',
  type: 'tariff',
  triggers: ['tariff', 'tariffs', 'duty', 'duties', 'levy', 'levies'],
  priority: 10,
  confidence: 0.7,
  read: (hit) => {
    const rate = nearest(values(hit.doc, hit.clause, 'percent'), hit);
    if (rate === undefined || thirdParty(hit.doc, hit.clause) !== undefined) return [];
    const imposer = imposerOf(hit, rate);
    const status = tariffStatus({ class: classOf(hit), ...clauseKey(hit.clause), when: 'none' });
    if (imposer === null || status === null) return [];
    hit.note('rate', textOf(hit.doc, rate));
    const fields = tariff({
      imposer,
      status,
      rate: rate.value,
      rateFrom: rate.before,
      effective: dateOf(hit, rate),
      until: untilOf(hit),
    });
    return [{ fields, evidence: span(hit, rate) }];
  },
  yes: [
    [
      'Trump threatened an additional 100% tariff on Chinese goods.',
      { imposer: 'US', rate: 100, status: 'threatened' },
    ],
    [
      'China imposed a 34 percent tariff on American goods on April 10.',
      { imposer: 'CN', rate: 34, status: 'in_effect', effective: '2025-04-10' },
    ],
    [
      'The United States will raise tariffs on Chinese imports from 10 percent to 25 percent.',
      { imposer: 'US', rate: 25, rateFrom: 10, status: 'announced' },
    ],
  ],
  no: ['Trump imposed a 35% tariff on Canada.', 'Exports to the US fell 34.5% in May.'],
});
