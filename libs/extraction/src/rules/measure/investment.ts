import { agentOf, has, lemmas, mentions, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing } from './acts';

const limiting =
  / (?:restrict\w*|limit\w*|curb\w*|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block\w*|screen\w*|prohibit\w*|divest\w*|forc\w+) /;

/** China is the actor only where it limits American money itself; it is America that screens the other's. */
const investor = (hit: Hit): Party => {
  const clause = governing(hit.doc, hit.clause);
  const chinese =
    party(agentOf(hit.doc, clause)?.side) === 'CN' && lemmas(clause).some((v) => limiting.test(` ${v} `));
  return chinese && clause.verbs[0]?.passive !== true ? 'CN' : 'US';
};

/** "restrict Chinese investment", "ban American investment in Chinese chips", "divest TikTok": whose money may go where. */
export const investmentLimits = rule({
  id: 'measure.investment',
  type: 'measure',
  triggers: [
    'investment',
    'investments',
    'acquisitions',
    'outbound investment',
    'buying and merging',
    'divesting',
    'divest',
    'divestiture',
    'takeovers',
    'private equity',
    'venture capital',
  ],
  priority: 15,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence } = hit;
    const both =
      mentions(doc, sentence).some((m) => m.side === 'CN') || has(doc, sentence, / (?:tiktok|bytedance) /);
    if (!both || !has(doc, sentence, limiting) || aboutOthers(hit, sentence)) return [];
    const tiktok = has(doc, sentence, / (?:tiktok|bytedance) /);
    const otherwise = tiktok
      ? 'tiktok'
      : has(doc, sentence, / technolog\w+ /)
        ? 'sensitive technology'
        : 'chinese investment and acquisitions';
    return about(hit, {
      kind: 'investment_restriction',
      otherwise,
      actors: [investor(hit)],
    });
  },
  yes: [
    [
      'Washington will restrict Chinese investment in American technology firms.',
      { actor: 'US', kind: 'investment_restriction', status: 'announced' },
    ],
    ['The White House banned some US investments in Chinese chips.', { actor: 'US', status: 'in_effect' }],
    ['Trump threatened to block Chinese investments in ports.', { actor: 'US', status: 'threatened' }],
  ],
  no: ['China welcomes foreign investment.', 'The EU screened Chinese investments in 2020.'],
});
