import { type Span } from '../../doc';
import { has, mentions } from '../helpers';
import { rule, type Hit } from '../rule';
import { about } from './about';
import { toldAct, type Act } from './acts';

const forcing =
  / (?:divest\w*|ban(?:s|ned|ning)?|outlaw\w*|shut(?:s|ting)? down|go dark|block(?:s|ed|ing)?|spin off|(?:to|must|not|or|be) (?:sell|sold)|force[sd]? the sale|forced sale|from operating) /;
const american =
  / (?:us|u s|united states|america|american|washington|trump|biden|president|white house|congress|senate|house) /;
const given =
  / (?:extend\w*|extension|more time|delay\w*|reprieve|put off|postpon\w+|grace|holds? off|held off) /;
const ordered = / (?:orders?|ordered|law|bill|deadline|signed|gave|gives|given) /;
/** A deal on the sale, a court's view, or a law told by the way is no step. */
const settled =
  / (?:deal|framework|agreement|joint venture|court|judges?|upheld|lawsuit|investors|consensus) /;

/** The order that is given, the deadline put off, the ban that is threatened; null where the app is only spoken of. */
const actIn = (hit: Hit, part: Span): Act | null => {
  if (has(hit.doc, part, given)) return 'suspend';
  if (has(hit.doc, part, ordered)) return 'announce';
  return toldAct(hit) === 'propose' || hit.clause.modality === 'threat' ? 'propose' : null;
};

/** Only the first word of a sentence for it starts the reading. */
const isFirst = (hit: Hit): boolean =>
  mentions(hit.doc, hit.sentence, 'firm', 'product').find((m) => /^(?:tiktok|bytedance|wechat)$/.test(m.name))
    ?.from === hit.from;

/** "must sell TikTok by January 19", "an order that blocks the app": the law against a Chinese owner. */
export const tiktok = rule({
  id: 'measure.tiktok',
  type: 'measure',
  triggers: ['tiktok', 'bytedance', 'wechat'],
  priority: 12,
  confidence: 0.6,
  read: (hit) => {
    const { doc, sentence } = hit;
    if (!isFirst(hit) || !has(doc, sentence, forcing) || !has(doc, sentence, american)) return [];
    const act = has(doc, sentence, settled) ? null : actIn(hit, sentence);
    if (act === null) return [];
    return about(hit, { kind: 'investment_restriction', otherwise: 'tiktok', actors: ['US'], act });
  },
  yes: [
    [
      "By executive order the president gave ByteDance until January to sell TikTok's American arm.",
      { actor: 'US', kind: 'investment_restriction', status: 'announced' },
    ],
    ['Trump threatened to ban TikTok in the United States.', { actor: 'US', status: 'threatened' }],
    ['Trump gave ByteDance 75 days more time to sell TikTok.', { actor: 'US', status: 'suspended' }],
  ],
  no: [
    'TikTok has 170 million users in the United States.',
    'India banned the app in 2020.',
    'Trump and Xi agreed on a deal to sell TikTok in the United States.',
  ],
});
