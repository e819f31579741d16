import { wordAt, type Mention, type Span } from '../../doc';
import { has, mentions, ownerOf, party, words } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actOf } from './acts';
import { isControlled, productsNear } from './controlled';

const exportWords =
  / (?:exports?|exporters?|exporting|sell|selling|sales?|shipments|supply|supplies|technology|dual - use) /;
const otherFields = / (?:visas?|investments?|imports?|travel|entity|capital|birth|arms|price|passport|gun) /;
const changing =
  / (?:suspend\w*|paus\w+|lift\w*|tighten\w*|eas(?:e|es|ed|ing)|remov\w+|implement\w+|expand\w*|broaden\w*|impos\w+|put|puts|plac(?:e|es|ed|ing)|announc\w+|introduc\w+|publish\w*|unveil\w*|relax\w*|loosen\w*|delay\w*|widen\w*|toughen\w*|scrap\w*) /;

const nouns = [
  'controls',
  'control',
  'curbs',
  'curb',
  'restrictions',
  'restriction',
  'limits',
  'ban',
  'bans',
  'rules',
];
const ofExports = [
  ...nouns.map((noun) => `export ${noun}`),
  'export licensing',
  'controls on exports',
  'controls on the export',
  'curbs on exports',
  'restrictions on exports',
  'restrictions on the export',
  'limits on exports',
  'ban on exports',
  'ban on the export',
];
/** Said of many things: exports must be named beside it, or what is controlled. */
const ofThings = [
  'controls',
  'control',
  'curbs',
  'curb',
  'limits',
  'restrictions',
  'restriction',
  'licensing',
  'embargo',
  'blockade of',
  'blockade on',
  'stranglehold on',
  'freeze on',
  'barriers on',
  'barriers to',
  'regime',
  'notices on',
  'announcements on',
  'regulations on',
  'rules on',
  'rules on exports',
  'rules for exports',
  'rules for exporting',
  'rules on exporting',
  'rules on shipments',
  'curb on',
  'clampdown',
  'crackdown',
  'ban on',
  'bans on',
  'grip on',
  'chokehold on',
  'squeeze on',
  'prohibition on',
];
const ofExportsSet: ReadonlySet<string> = new Set(ofExports);

/** "export control list", "export control officials": the words name something else. */
const isName = (hit: Hit): boolean =>
  /^(?:list|lists|blacklist|listings|law|laws|regime|officials?|talks|dialogue|authorities|reform|administration|regulations)/.test(
    words(hit.doc, { from: hit.to, to: hit.to + 1 }),
  );

/** Whose exports, or what is done: "China's export curbs", "export controls on China", "tightened export controls". */
const isTold = (hit: Hit): boolean => {
  const after: Span = { from: hit.to, to: Math.min(hit.clause.to, hit.to + 4) };
  return (
    party(ownerOf(hit.doc, hit)?.side) !== null ||
    has(hit.doc, after, / (?:on|to|against|for) china /) ||
    has(hit.doc, hit.clause, changing)
  );
};

/** "It lifted those restrictions": of what, the sentence before has said. */
const isAnaphor = (hit: Hit): boolean =>
  /^(?:those|these|the|its|such)$/.test(wordAt(hit.doc.tokens, hit.from - 1)) &&
  /^(?:controls|curbs|restrictions|limits|export (?:controls|curbs|restrictions|ban))$/.test(hit.trigger) &&
  has(hit.doc, hit.clause, / (?:lift\w*|eas(?:e|es|ed|ing)|suspend\w*|paus\w+|remov\w+|relax\w*|loosen\w*) /);

const thingsBefore = (hit: Hit): readonly Mention[] => {
  const before = hit.doc.sentences.slice(Math.max(0, hit.sentence.i - 2), hit.sentence.i);
  const told = before.filter((s) => has(hit.doc, s, exportWords));
  return told
    .flatMap((s) => mentions(hit.doc, s, 'product'))
    .filter((m) => isControlled([m]))
    .slice(-1);
};

const isExports = (hit: Hit, things: readonly Mention[]): boolean => {
  if (hit.trigger === 'regime' && actOf(hit) === 'restrict') return false;
  if (ofExportsSet.has(hit.trigger)) return things.length > 0 || isTold(hit);
  const { doc, clause } = hit;
  const near = { from: Math.max(clause.from, hit.from - 5), to: Math.min(clause.to, hit.to + 10) };
  const beside = { from: near.from, to: Math.min(near.to, hit.to + 4) };
  // Met before, as the longer phrase.
  if (wordAt(doc.tokens, hit.from - 1) === 'export' || has(doc, beside, otherFields)) return false;
  return isControlled(things) || (things.length > 0 && has(doc, near, exportWords));
};

/** "export controls on rare earths", "chip export curbs", "rare-earth controls": a limit told by a noun. */
export const exportControls = rule({
  id: 'measure.export-controls',
  type: 'measure',
  triggers: [...ofExports, ...ofThings],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const own = productsNear(hit);
    const things = own.length === 0 && isAnaphor(hit) ? thingsBefore(hit) : own;
    if (isName(hit) || aboutOthers(hit) || !isExports(hit, things)) return [];
    return about(hit, { kind: 'export_control', things, otherwise: 'exports' });
  },
  yes: [
    [
      'China announced export controls on gallium and germanium on Monday.',
      { actor: 'CN', kind: 'export_control', status: 'announced', subject: 'gallium and germanium' },
    ],
    [
      'Washington eased its chip export curbs last week.',
      { actor: 'US', kind: 'export_control', status: 'eased', subject: 'chips' },
    ],
    [
      'Beijing agreed to ease its export restrictions on rare earths.',
      { actor: 'CN', kind: 'export_control', status: 'pledged', subject: 'rare earths' },
    ],
    [
      'China tightened its controls on rare earths in October.',
      { actor: 'CN', kind: 'export_control', status: 'in_effect', subject: 'rare earths' },
    ],
    [
      'The United States issued new curbs on advanced chips for China.',
      { actor: 'US', kind: 'export_control', status: 'in_effect', subject: 'chips' },
    ],
    [
      "China's rare-earth restrictions are on hold until next year.",
      { actor: 'CN', kind: 'export_control', status: 'suspended', subject: 'rare earths' },
    ],
    [
      'Beijing called on the US to lift its export controls on chips.',
      { actor: 'US', kind: 'export_control', status: 'in_effect' },
    ],
  ],
  no: [
    'Japan tightened its export controls on chip tools for Russia.',
    'China has no export ban on cars.',
    'China relaxed its controls on visas.',
    'Speed limits on heavy trucks were lowered in Ohio.',
  ],
});
