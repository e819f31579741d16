import { wordAt } from '../../doc';
import { has, mentions, opposite, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing, toldAct } from './acts';
import { isControlled, technology } from './controlled';
import { firmSide } from './firms';

/** What may not be had, behind the words that cut off; a product of nobody's fame counts where it is technology. */
/** "Out of bounds for Chinese buyers": what is out of bounds stands before. */
const isFor = (hit: Hit): boolean => / (?:for|to)$|reach of$/.test(hit.trigger);

const goodsAfter = (hit: Hit) => {
  const after = {
    from: isFor(hit) ? Math.max(hit.sentence.from, hit.from - 14) : hit.from,
    to: Math.min(hit.sentence.to, hit.to + 14),
  };
  const things = mentions(hit.doc, after, 'product');
  return { things: isControlled(things) ? things : [], isTold: has(hit.doc, after, technology) };
};

const isGone = (hit: Hit): boolean => /(?: from| out of|starved of|deprived of)$/.test(hit.trigger);

/** "By cutting off chip design software": only America has it to withhold, and from China where that is named. */
const isAmerican = (hit: Hit): boolean =>
  mentions(hit.doc, { from: hit.to, to: hit.to + 6 }, 'product').some((m) =>
    /^(?:chip design software|aircraft engines|chipmaking equipment|ethane)$/.test(m.name),
  ) && has(hit.doc, hit.sentence, / (?:china|chinese|beijing) /);

/** Who goes without: the side or firm last named before "cut off from", or the buyers told behind "shut off gallium for". */
const buyerOf = (hit: Hit): Party | null => {
  const part = isGone(hit)
    ? { from: hit.sentence.from, to: hit.from }
    : { from: hit.to, to: Math.min(hit.sentence.to, hit.to + 18) };
  const named = mentions(hit.doc, part).filter((m) => party(m.side) !== null || firmSide(m) !== null);
  const one = isGone(hit) ? named[named.length - 1] : named[0];
  return one === undefined ? (isAmerican(hit) ? 'CN' : null) : (party(one.side) ?? firmSide(one));
};

/** "Chinese labs are cut off from Nvidia's chips", "shut off gallium for American buyers": who may not be supplied, told by what that does. */
export const cutOff = rule({
  id: 'measure.cut-off',
  type: 'measure',
  triggers: [
    'cut off from',
    'shut off from',
    'shut out of',
    'locked out of',
    'blocked from',
    'barred from',
    'walled off from',
    'kept away from',
    'starved of',
    'deprived of',
    'off limits to',
    'off limits for',
    'out of bounds for',
    'out of bounds to',
    'out of reach for',
    'beyond the reach of',
    'shut off',
    'shuts off',
    'shutting off',
    'cut off',
    'cuts off',
    'cutting off',
    'choked off',
    'chokes off',
    'choking off',
  ],
  priority: 16,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence } = hit;
    // Met as the longer phrase.
    if (!isGone(hit) && /^(?:from|of)$/.test(wordAt(doc.tokens, hit.to))) return [];
    const { things, isTold } = goodsAfter(hit);
    const buyer = buyerOf(hit);
    const actor = opposite(buyer);
    if (actor === null || aboutOthers(hit, sentence) || !(things.length > 0 || isTold)) return [];
    // Who is not known to make such a thing does not withhold it.
    if (things.length === 0 && actor === 'CN') return [];
    const act = toldAct(hit);
    return about(hit, {
      kind: 'export_control',
      things,
      otherwise: 'technology',
      actors: [actor],
      act: act === 'announce' && governing(doc, hit.clause).tense !== 'future' ? 'restrict' : act,
    });
  },
  yes: [
    [
      "Chinese labs have been cut off from Nvidia's fastest processors since 2022.",
      { actor: 'US', kind: 'export_control', status: 'in_effect', subject: 'chips' },
    ],
    [
      'China is still shut out of the market for advanced American chips.',
      { actor: 'US', status: 'in_effect' },
    ],
    ['Beijing shut off gallium and germanium for American buyers.', { actor: 'CN', status: 'in_effect' }],
    ['Trump threatened to cut off software to China.', { actor: 'US', status: 'threatened' }],
  ],
  no: [
    'China was cut off from the internet for an hour.',
    'Trump cut off a reporter who asked about chips.',
    'Russian firms are cut off from American chips that China sells.',
  ],
});
