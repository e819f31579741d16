import { has, ownerOf, party, words } from '../helpers';
import { type Span } from '../../doc';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { thingsOf } from './subject';

/** What hardly anything but an export control is ever about, so that "curbs on" it says enough. */
const controlled: ReadonlySet<string> = new Set([
  'rare earths',
  'gallium',
  'germanium',
  'antimony',
  'graphite',
  'tungsten',
  'chips',
  'chipmaking equipment',
  'chip design software',
  'aircraft engines',
]);
const exportWords =
  / (?:exports?|exporters?|exporting|sell|selling|sales|shipments|supply|supplies|technology|dual - use) /;
const otherFields = / (?:visas?|investments?|imports?|travel|entity) /;

const afterOf = (hit: Hit): Span => ({ from: hit.to, to: Math.min(hit.clause.to, hit.to + 4) });

const productsNear = (hit: Hit): ReturnType<typeof thingsOf> =>
  thingsOf(hit.doc, hit, hit.clause).filter((m) => m.kind === 'product' && m.name !== 'fentanyl');

/** "export controls on rare earths", "chip export curbs", "export licences for gallium". */
export const exportControls = rule({
  id: 'measure.export-controls',
  type: 'measure',
  triggers: [
    'export control',
    'export controls',
    'export curb',
    'export curbs',
    'export restriction',
    'export restrictions',
    'export limits',
    'export rules',
    'export ban',
    'export bans',
    'export licence',
    'export licences',
    'export license',
    'export licenses',
    'export licensing',
    'controls on exports',
    'controls on the export',
    'curbs on exports',
    'restrictions on exports',
    'limits on exports',
    'licences for exports',
    'licenses for exports',
  ],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const list = /^(?:list|blacklist|listings|law|regime|officials?|talks|dialogue)/.test(
      words(hit.doc, { from: hit.to, to: hit.to + 1 }),
    );
    const things = productsNear(hit);
    const moved = has(
      hit.doc,
      hit.clause,
      / (?:suspend\w*|paus\w+|lift\w*|tighten\w*|eas(?:e|es|ed|ing)|remov\w+|implement\w+|expand\w*|broaden\w*) /,
    );
    const whose =
      moved ||
      party(ownerOf(hit.doc, hit)?.side) !== null ||
      has(hit.doc, afterOf(hit), / (?:on|to|against|for) china /);
    if (list || (things.length === 0 && !whose) || aboutOthers(hit)) return [];
    return about(hit, { kind: 'export_control', things, otherwise: 'exports' });
  },
  yes: [
    [
      'China announced new export controls on gallium and germanium on Monday.',
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
  ],
  no: ['Japan tightened its export controls on chip tools for Russia.', 'China has no export ban on cars.'],
});

/** "rare-earth controls", "curbs on advanced chips": a limit whose object is a thing that is controlled at the border. */
export const controlsOnThings = rule({
  id: 'measure.controls-on-things',
  type: 'measure',
  triggers: [
    'controls',
    'control',
    'curbs',
    'curb',
    'limits',
    'restrictions',
    'restriction',
    'licensing',
    'permits',
    'licences',
    'licenses',
    'embargo',
    'clampdown',
    'crackdown',
    'ban on',
    'bans on',
  ],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const near = { from: Math.max(clause.from, hit.from - 5), to: Math.min(clause.to, hit.to + 10) };
    const things = productsNear(hit);
    const named = things.some((m) => controlled.has(m.name.toLowerCase()));
    if (aboutOthers(hit) || has(doc, near, otherFields)) return [];
    if (!named && (things.length === 0 || !has(doc, near, exportWords))) return [];
    return about(hit, { kind: 'export_control', things, otherwise: 'exports' });
  },
  yes: [
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
  ],
  no: ['China relaxed its controls on visas.', 'Speed limits on heavy trucks were lowered in Ohio.'],
});

/** "banned exports of gallium to the US", "exports of germanium need a licence": the act told by a verb. */
export const exportsBarred = rule({
  id: 'measure.exports-barred',
  type: 'measure',
  triggers: ['exports', 'exports of', 'export of', 'shipments of', 'sales of', 'exporting', 'selling'],
  priority: 18,
  confidence: 0.75,
  read: (hit) => {
    const { doc, clause } = hit;
    const things = productsNear(hit);
    const barred = has(
      doc,
      clause,
      / (?:ban\w*|bar|bars|barred|forb\w+|prohibit\w*|restrict\w*|limit\w*|curb\w*|halt\w*|block\w*|licen[cs]es?|controls?|permits?|permission|approval) /,
    );
    if (!barred || aboutOthers(hit) || !things.some((m) => controlled.has(m.name.toLowerCase()))) return [];
    return about(hit, { kind: 'export_control', things, otherwise: 'exports' });
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
    ['Shipments of tungsten now need a licence in China.', { actor: 'CN', status: 'in_effect' }],
  ],
  no: ['Exports of soybeans to China rose.', 'Sales of advanced chips to China soared last quarter.'],
});
