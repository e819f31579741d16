import { type Span } from '../../doc';
import { has, mentions, span } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing, toldAct, type Act } from './acts';
import { firmSide } from './firms';
import { isBetweenTheTwo, isControlled, productsNear, technology } from './controlled';

const barring =
  / (?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|forb\w+|prohibit\w*|restrict(?:s|ed|ing)?|limit(?:s|ed|ing)?|curb(?:s|ed|ing)?|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|paus(?:e|es|ed|ing)|block(?:s|ed|ing)?|control(?:s|led|ling)|cut(?:s|ting)? (?:china )?off|chok\w+|squeez\w+|throttl\w+|tighten\w*|cut back|deny|den(?:ies|ied)|no longer (?:let|lets|allow|be allowed|be permitted|ship|sell|export|supply|able)|(?:may|can|must|could) no longer|(?:may|can|must|could) not|prevent(?:s|ed|ing)?|(?:keep|keeps|kept|keeping) (?:[\w']+ ){1,5}from|starv(?:e|es|ed|ing)|withh(?:eld|old|olds|olding)|stem(?:s|med|ming)?|refus(?:e|es|ed|ing)|off limits|out of reach) /;
/** A noun for the control: then the control is what something is done to, and the rule of controls reads it. */
const controlNoun =
  / (?:controls|curbs|restrictions|limits|limitations|rules|licen[cs]\w+|permits?|approvals?|(?:bans?|embargo|prohibition|clampdown|crackdown|freeze|halt) (?:\w+ )?(?:on|of|to)) /;

/** From the clause that bars to the trigger's own. */
const scopeOf = (hit: Hit): Span => span(governing(hit.doc, hit.clause), hit.clause);

/** "curbed exports to 140 Chinese companies": who may not be supplied is listed. */
const isListing = (hit: Hit): boolean =>
  has(
    hit.doc,
    { from: hit.from, to: Math.min(hit.sentence.to, hit.to + 8) },
    / to (?:about |some |over |more than )?(?:\d+|dozens of|scores of|a number of) (?:\w+ )*(?:companies|firms|entities) /,
  );

/** "An export ban", "in short supply": no act of selling. */
const isNoun = ({ clause, from, trigger }: Hit): boolean =>
  /^(?:ships?|sell|export|supply)$/.test(trigger) && !clause.verbs.some((v) => v.at === from);

/** "May no longer ship", "kept from buying": the ban itself, no denial and no mere possibility. */
const isForbidden = (hit: Hit, scope: Span): boolean =>
  has(
    hit.doc,
    scope,
    / (?:no longer|(?:may|can|must|could) not|cannot|(?:not|never) (?:be )?(?:let|allowed|permitted)) /,
  );

/** "Suspended the clause under which they could not be sold": what is done to the ban itself. */
const undone = (hit: Hit): Act | null => {
  const before = { from: hit.sentence.from, to: hit.from };
  if (
    has(
      hit.doc,
      before,
      / (?:suspend\w*|paus\w+|shelv\w+|fr[eo]ez\w*) (?:\w+ ){0,3}(?:rule|clause|ban|order|provision|notice|article) /,
    )
  )
    return 'suspend';
  return has(
    hit.doc,
    before,
    / (?:lift\w*|remov\w+|scrap\w*|rescind\w*|repeal\w*|drop\w*) (?:\w+ ){0,3}(?:rule|clause|ban|order|provision|notice|article) /,
  )
    ? 'lift'
    : null;
};

const isUnder = (hit: Hit): boolean =>
  has(hit.doc, { from: Math.max(hit.sentence.from, hit.from - 6), to: hit.from }, controlNoun);

/** Technology by no name, between the two or for a Chinese firm. */
const isTechnology = ({ doc, clause, to }: Hit): boolean =>
  (isBetweenTheTwo(doc, clause) || mentions(doc, clause, 'firm').some((m) => firmSide(m) === 'CN')) &&
  has(doc, { from: clause.from, to: to + 12 }, technology);

/** "banned exports of gallium to the US", "barred Nvidia from selling chips to China", "halted sales of technology": the act told by a verb. */
export const exportsBarred = rule({
  id: 'measure.exports-barred',
  type: 'measure',
  triggers: [
    'exports',
    'export of',
    'to export',
    'shipment of',
    'shipments',
    'shipping',
    'to ship',
    'ship',
    'ships',
    'sale of',
    'sales',
    'to sell',
    'sell',
    'export',
    'supply',
    'supplying',
    'flow of',
    'deliveries of',
    'be sold',
    'be exported',
    'be shipped',
    'be supplied',
    'leave china',
    'from buying',
    'from purchasing',
    'exporting',
    'selling',
    'supply of',
    'supplies of',
    'access to',
    'cut china off',
    'cutting china off',
    'cuts china off',
  ],
  priority: 18,
  confidence: 0.75,
  read: (hit) => {
    const { doc } = hit;
    const scope = scopeOf(hit);
    if (isNoun(hit) || isUnder(hit) || !has(doc, scope, barring) || aboutOthers(hit, scope)) return [];
    const things = productsNear(hit);
    if (isListing(hit))
      return about(hit, { kind: 'entity_listing', otherwise: 'chinese companies', act: toldAct(hit) });
    if (!isControlled(things) && !isTechnology(hit)) return [];
    return about(hit, {
      kind: 'export_control',
      things: isControlled(things) ? things : [],
      otherwise: 'technology',
      act: undone(hit) ?? (isForbidden(hit, scope) ? 'oblige' : toldAct(hit)),
      negatable: isForbidden(hit, scope),
    });
  },
  yes: [
    [
      'Beijing banned exports of gallium and germanium to the United States on Tuesday.',
      { actor: 'CN', status: 'in_effect', subject: 'gallium and germanium' },
    ],
    [
      'Washington has restricted sales of advanced chips to China since 2022.',
      { actor: 'US', status: 'in_effect', subject: 'chips' },
    ],
    [
      'Washington has barred Nvidia from selling its best chips to Chinese buyers.',
      { actor: 'US', status: 'in_effect', subject: 'chips' },
    ],
    ['China could answer by restricting exports of rare earths.', { actor: 'CN', status: 'threatened' }],
    ['The US halted sales to China of some critical technology.', { actor: 'US', status: 'in_effect' }],
    [
      'The United States curbed exports to 120 companies in China.',
      { actor: 'US', kind: 'entity_listing', status: 'in_effect' },
    ],
    [
      'American firms may no longer sell lithography tools to Chinese foundries.',
      { actor: 'US', status: 'in_effect', subject: 'chipmaking equipment' },
    ],
    [
      'Trump said he might stop Boeing from selling parts to Chinese airlines.',
      { actor: 'US', status: 'threatened' },
    ],
    ['Washington has kept Huawei from buying American components.', { actor: 'US', status: 'in_effect' }],
    [
      'The White House is considering curbing exports of chips to China.',
      { actor: 'US', status: 'threatened' },
    ],
  ],
  no: [
    'Exports of soybeans to China rose.',
    'Sales of advanced chips to China soared last quarter.',
    'China restricted exports of tea to Japan.',
    'Beijing sells rare earths to American carmakers.',
    'Farmers in Iowa may sell more corn to China.',
  ],
});
