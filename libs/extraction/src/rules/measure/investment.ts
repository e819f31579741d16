import { type Span } from '../../doc';
import { has, mentions, party, span, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { doerOf } from './actor';
import { type Act, governing, toldAct } from './acts';
import { hasSide } from './firms';

const limiting =
  / (?:restrict\w*|limit\w*|curb\w*|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block\w*|screen\w*|prohibit\w*|forb\w+|divest\w*|forc\w+|delist\w*|scrutin\w+|unwind\w*|tighten\w*|order(?:s|ed)? (?:\w+ ){1,3}to|ease[sd]?|easing|lift\w*|suspend\w*|(?:throw\w*|threw|kick\w*|push\w*|driv\w+) (?:[\w']+ ){1,4}(?:off|out|from)|not (?:to )?(?:trade|invest|buy|hold)|off limits|outlaw\w*|veto\w*) /;
const tiktok = / (?:tiktok|bytedance|wechat) /;

/** From the clause that limits to the trigger's own. */
const scopeOf = (hit: Hit): Span => span(governing(hit.doc, hit.clause), hit.clause);

/** China is the actor only where it limits money itself; it is America that screens the other's. */
const investor = (hit: Hit): Party => {
  const clause = governing(hit.doc, hit.clause);
  const agent = party(doerOf(hit.doc, clause)?.side);
  return agent === 'CN' && clause.verbs[0]?.passive !== true && has(hit.doc, scopeOf(hit), limiting)
    ? 'CN'
    : 'US';
};

const subjectOf = (hit: Hit): string => {
  if (has(hit.doc, hit.sentence, tiktok)) return 'tiktok';
  if (/listing|exchange|delist/.test(hit.trigger)) return 'chinese companies on us exchanges';
  return has(hit.doc, hit.sentence, / technolog\w+ /)
    ? 'sensitive technology'
    : 'chinese investment and acquisitions';
};

/** "ordered to unwind its acquisition": what is undone is the deal, not the limit. */
const undone = (hit: Hit): { readonly act?: Act } =>
  has(hit.doc, scopeOf(hit), / (?:unwind\w*|undo|withdraw\w*|divest\w*|delist\w*) /)
    ? { act: toldAct(hit) }
    : {};

/** Is money of one put into the other: both sides in the sentence, or TikTok? */
const isBetween = (hit: Hit): boolean =>
  has(hit.doc, hit.sentence, tiktok) ||
  has(hit.doc, hit.sentence, / outbound investments? /) ||
  (hasSide(hit.doc, hit.sentence, 'CN') &&
    (hasSide(hit.doc, hit.sentence, 'US') || has(hit.doc, hit.sentence, / (?:cfius|foreign) /)));

/** "5 percent fewer investments were screened": what is told of the money itself is no limit. */
const isLimited = (hit: Hit): boolean => {
  const scope = scopeOf(hit);
  const near = { from: Math.max(scope.from, hit.from - 14), to: Math.min(scope.to, hit.to + 12) };
  return has(hit.doc, near, limiting) && mentions(hit.doc, hit.sentence).length > 0;
};

/** "restrict Chinese investment", "barred Americans from investing in Chinese chips", "divest TikTok": whose money may go where. */
export const investmentLimits = rule({
  id: 'measure.investment',
  type: 'measure',
  triggers: [
    'investment',
    'investments',
    'investing',
    'invest',
    'acquisitions',
    'acquisition of',
    'outbound investment',
    'buying and merging',
    'divesting',
    'divest',
    'divestiture',
    'takeovers',
    'takeover',
    'private equity',
    'venture capital',
    'delisting',
    'delist',
    'cfius',
    'stakes in',
    'stake in',
    'money into',
    'capital into',
    'bid for',
    'securities of',
    'trade in securities',
    'trade in the securities',
    'hold shares',
    'own shares',
    'trade shares',
    'buy shares',
    'hold stock',
    'stock exchanges',
    'stock exchange',
    'exchanges',
    'wall street listing',
    'wall street listings',
  ],
  priority: 15,
  confidence: 0.65,
  read: (hit) => {
    if (!isBetween(hit) || !isLimited(hit) || aboutOthers(hit, hit.sentence)) return [];
    if (
      has(hit.doc, hit.sentence, / (?:under export|concerns?|fears?|put to rest|refut\w+|den(?:y|ies|ied)) /)
    )
      return [];
    return about(hit, {
      kind: 'investment_restriction',
      otherwise: subjectOf(hit),
      actors: [investor(hit)],
      ...undone(hit),
    });
  },
  yes: [
    [
      'Washington will restrict Chinese investment in American technology firms.',
      { actor: 'US', kind: 'investment_restriction', status: 'announced' },
    ],
    ['The White House banned some US investments in Chinese chips.', { actor: 'US', status: 'in_effect' }],
    ['Trump threatened to block Chinese investments in ports.', { actor: 'US', status: 'threatened' }],
    [
      'Washington barred Americans from investing in Chinese makers of arms.',
      { actor: 'US', status: 'in_effect' },
    ],
    ['China restricted its firms from investing in the US.', { actor: 'CN', status: 'in_effect' }],
    [
      'The White House announced that the Treasury will put in place limits on Chinese investment in American firms.',
      { actor: 'US', status: 'announced' },
    ],
    [
      'Washington is considering delisting Chinese companies from US exchanges.',
      { actor: 'US', status: 'threatened' },
    ],
  ],
  no: [
    'China welcomes foreign investment.',
    'The EU screened Chinese investments in 2020.',
    'American investment in China fell in May.',
  ],
});
