import { has, words } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { isPromise } from './acts';
import { thingsOf } from './subject';

/** What hardly anything but an export control is ever about, so that "curbs on" it says enough. */
const controlled: ReadonlySet<string> = new Set([
  'rare earths',
  'gallium',
  'germanium',
  'antimony',
  'graphite',
  'tungsten',
  'semiconductors',
  'chipmaking equipment',
  'chip design software',
  'aircraft engines',
]);
const exportWords =
  / (?:exports?|exporters?|exporting|sell|selling|sales|shipments|supply|supplies|technology|dual - use) /;
const otherFields = / (?:visas?|investments?|imports?|travel|entity) /;

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
    if (list || things.length === 0 || aboutOthers(hit)) return [];
    return about(hit, { kind: 'export_control', things, otherwise: 'exports' });
  },
  yes: [
    [
      'China announced new export controls on gallium and germanium on Monday.',
      { actor: 'CN', kind: 'export_control', status: 'announced', subject: 'gallium and germanium' },
    ],
    [
      'Washington eased its chip export curbs last week.',
      { actor: 'US', kind: 'export_control', status: 'eased', subject: 'semiconductors' },
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
  triggers: ['controls', 'curbs', 'limits', 'restrictions', 'licensing', 'licences', 'licenses', 'embargo'],
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
      { actor: 'US', kind: 'export_control', status: 'in_effect', subject: 'semiconductors' },
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
  triggers: ['exports of', 'export of', 'shipments of', 'sales of', 'exporting', 'selling'],
  priority: 18,
  confidence: 0.75,
  read: (hit) => {
    const { doc, clause } = hit;
    const things = productsNear(hit);
    const barred = has(
      doc,
      clause,
      / (?:ban\w*|bar|bars|barred|forb\w+|prohibit\w*|restrict\w*|limit\w*|curb\w*|halt\w*|block\w*|licen[cs]es?|controls?) /,
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
      { actor: 'US', status: 'in_effect', subject: 'semiconductors' },
    ],
    ['Shipments of tungsten now need a licence in China.', { actor: 'CN', status: 'in_effect' }],
  ],
  no: ['Exports of soybeans to China rose.', 'Sales of advanced chips to China soared last quarter.'],
});

const frees =
  / (?:flow|flowing|ship more|(?:resume[sd]?|approv\w+|speed up|grant\w*) (?:\w+ )?(?:\w+ )?(?:exports?|shipments|supplies|licen[cs]es|sales)|supply|supplied|make it easier|up front) /;

/** "let rare earths flow", "resume rare earth shipments": an easing with no word for the control. */
export const suppliesFreed = rule({
  id: 'measure.supplies-freed',
  type: 'measure',
  triggers: ['rare earths', 'rare earth', 'critical minerals'],
  priority: 12,
  confidence: 0.65,
  read: (hit) => {
    const { doc, clause } = hit;
    const limits = has(doc, clause, / (?:controls|curbs|restrictions|limits|bans?) /);
    if (limits || aboutOthers(hit) || !has(doc, clause, frees)) return [];
    const future = clause.tense === 'future' || clause.modality === 'plan' || isPromise(doc, clause);
    return about(hit, {
      kind: 'export_control',
      things: thingsOf(doc, hit, hit),
      otherwise: 'rare earths',
      act: future ? 'promise' : 'ease',
      actors: ['CN'],
    });
  },
  yes: [
    [
      'Beijing promised to let rare earths flow again.',
      { actor: 'CN', status: 'pledged', subject: 'rare earths' },
    ],
    ['China will approve shipments of rare earths for US firms.', { actor: 'CN', status: 'pledged' }],
    ['China has resumed exports of rare earth magnets to American carmakers.', { status: 'eased' }],
  ],
  no: ['Rare earths are used in magnets.', 'Trump said rare earths were discussed on the call with Xi.'],
});
