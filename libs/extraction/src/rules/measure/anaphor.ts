import { type Doc, type Sentence, wordAt } from '../../doc';
import { has, mentions, party, type Party } from '../helpers';
import { measure, rule, type Fields, type Hit } from '../rule';
import { aboutOthers } from './about';
import { actOf } from './acts';
import { isControlled } from './controlled';
import { measureStatus } from './measure-status';
import { subjectOf } from './subject';

type Kind = Fields['measure']['kind'];

/** So many sentences back what "they" are is told. */
const BACK = 3;

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['port_fee', / (?:port (?:fees?|dues|charges|levies|taxes)|docking fees) /],
  ['entity_listing', / (?:entity list|unreliable entity list|blacklist(?:s|ed|ing)?|affiliates rule) /],
  ['investigation', / (?:investigations?|probes?|inquiry) /],
  [
    'export_control',
    / (?:export (?:controls?|curbs?|restrictions?|bans?|licen[cs]\w+)|controls? on|curbs on|restrictions on|licen[cs]es?) /,
  ],
];

interface Told {
  readonly kind: Kind;
  readonly actor: Party;
  readonly subject: string;
}

/** Who takes it: rare earths are China's to control, chips America's; else the one side that the sentence names with the measure. */
const toldIn = (doc: Doc, sentence: Sentence): Told | null => {
  const kind = kinds.find(([, words]) => has(doc, sentence, words))?.[0];
  if (kind === undefined) return null;
  const things = mentions(doc, sentence, 'product');
  if (kind === 'export_control' && !isControlled(things)) return null;
  const owner = mentions(doc, sentence, 'country', 'capital', 'institution', 'people', 'pronoun').find(
    (m) => party(m.side) !== null,
  );
  const ruler = things.some((m) =>
    /^(?:rare earths|gallium|germanium|antimony|graphite|tungsten)$/.test(m.name),
  )
    ? 'CN'
    : party(owner?.side);
  if (ruler === null) return null;
  const others = mentions(doc, sentence).some((m) => m.side === 'other');
  return others
    ? null
    : {
        kind,
        actor: ruler,
        subject: subjectOf(things, kind === 'port_fee' ? 'port fees' : 'restrictive measures'),
      };
};

/** The measure told last before the sentence of the hit; none where nearer ones are tariffs. */
const antecedent = (hit: Hit): Told | null => {
  const at = hit.doc.sentences.indexOf(hit.sentence);
  for (let back = 1; back <= BACK; back += 1) {
    const sentence = hit.doc.sentences[at - back];
    if (sentence === undefined || sentence.headline) return null;
    const told = toldIn(hit.doc, sentence);
    if (told !== null) return told;
    if (has(hit.doc, sentence, / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) /)) return null;
  }
  return null;
};

/** Does the word stand for what was told before: "they", "these measures", "the rules" without "on what"? */
const isBack = (hit: Hit): boolean => {
  const { doc, clause } = hit;
  if (/^(?:they|both|it)$/.test(hit.trigger))
    return clause.verbs.some((v) => v.from >= hit.to && v.passive && v.from - hit.to <= 3);
  return (
    /^(?:these|those|the|its|such|both|all|this)$/.test(wordAt(doc.tokens, hit.from - 1)) &&
    !/^(?:on|against|of|for|to|that|which|in)$/.test(wordAt(doc.tokens, hit.to))
  );
};

/** "The measures are suspended for twelve months", "they have been lifted": what is done to what was told before. */
export const anaphors = rule({
  id: 'measure.anaphor',
  type: 'measure',
  triggers: [
    'measures',
    'rules',
    'curbs',
    'restrictions',
    'controls',
    'steps',
    'they',
    'both',
    'it',
    'fees',
    'requirements',
    'rule',
    'probe',
    'ban',
  ],
  priority: 6,
  confidence: 0.55,
  read: (hit) => {
    const { doc, clause } = hit;
    if (!isBack(hit) || aboutOthers(hit, hit.sentence)) return [];
    if (has(doc, hit.sentence, / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|talks|truce) /)) return [];
    const act = actOf(hit);
    if (!/^(?:suspend|lift|ease|promise)$/.test(act) || clause.negated) return [];
    const told = antecedent(hit);
    const status = told === null ? null : measureStatus(hit, act);
    if (told === null || status === null) return [];
    hit.note('antecedent', `${told.kind} of ${told.actor}`);
    return [{ fields: measure({ ...told, status }), evidence: { from: hit.from, to: clause.to } }];
  },
  yes: [
    [
      'China imposed export controls on rare earths in October. The measures are suspended for twelve months.',
      { actor: 'CN', kind: 'export_control', status: 'suspended', subject: 'rare earths' },
    ],
    [
      "China's port fees on American ships took effect in October. They have been suspended for a year.",
      { actor: 'CN', kind: 'port_fee', status: 'suspended' },
    ],
    [
      'Washington put export controls on chips for China last year. The rules were eased on Monday.',
      { actor: 'US', kind: 'export_control', status: 'eased' },
    ],
  ],
  no: [
    'China raised its tariffs. These measures will be suspended for a year.',
    'Japan put export controls on chip tools. They have been lifted.',
    'China imposed export controls on rare earths. They hurt carmakers.',
  ],
});
