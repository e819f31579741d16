import { has, mentions } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { type Act, actOf, governing, isPromise } from './acts';
import { isBetweenTheTwo, isControlled, technology } from './controlled';
import { type Span, type Clause, type Mention } from '../../doc';

const exporting =
  / (?:exports?|exporters?|exporting|exported|ships?|shipping|shipped|shipments?|sell|selling|sales|supply|suppliers?|rare earths?|magnets|end users?) /;
const demanding =
  / (?:requir\w+|need(?:s|ed|ing)?|must|have to|has to|had to|demand\w*|introduc\w+|impos\w+|mandat\w+|subject to|oblig\w+|add(?:s|ed|ing)?|requests? for|without|under (?:a |an )?(?:export )?(?:licen[cs]es?|permits?|licensing)|show(?:s|ed|ing)?|produc(?:e|es|ed|ing) an?|apply for|appl(?:ied|ying) for|only with|unless|shall|ma(?:k|d)e(?:s)? (?:\w+ ){1,3}(?:get|obtain|seek)) /;
const withholding =
  / (?:suspend\w*|revok\w+|den(?:y|ies|ied|ying)|withh(?:eld|old\w*)|halt\w*|stop\w*|refus\w+|reject\w*|cancel\w*|slow - ?walk\w*|slow - walking|delay\w*|turn\w* down) /;
const granting =
  / (?:grant\w*|issu(?:e|es|ed|ing)|approv(?:e|es|ed|ing|al|als)|receiv\w+|obtained|got|secured|resum\w+|general|clear(?:s|ed|ing)?|speed\w*|sped|fast - track\w*|accelerat\w+|simplif\w+|expedit\w+|review and approve|hand(?:s|ed|ing)? out|nod to|waved? through|giv(?:e|es|en|ing)|gave|extend\w*) /;

/** The rule that asks for a licence: what is done to it is done to the control. */
const requirement = / licen[cs](?:e|ing) (?:rules?|requirements?|regime|obligations?|mandates?) /;

const isToCome = (doc: Hit['doc'], clause: Clause): boolean =>
  clause.tense === 'future' || clause.modality === 'plan' || isPromise(doc, clause);

/** "Must obtain a permit", "may not leave without one" is the rule itself, no wish. */
const asking = ({ doc, clause: own }: Hit, near: Span): Act =>
  governing(doc, own).modality === 'wish' || has(doc, near, / (?:may|can|must) not | cannot | may no /)
    ? 'oblige'
    : 'restrict';

/** What is done with licences: to ask for them is the control, to give them loosens it, to withhold them tightens it. */
const done = (hit: Hit, near: Span): Act | null => {
  const { doc } = hit;
  const clause = governing(doc, hit.clause);
  if (has(doc, near, requirement) && actOf(hit) !== 'restrict') return actOf(hit);
  if (has(doc, near, withholding)) return 'restrict';
  const asked = has(doc, near, demanding);
  if (!asked && has(doc, near, granting)) {
    const sought = has(
      doc,
      { from: Math.max(hit.sentence.from, hit.from - 12), to: hit.from },
      / (?:seek|seeks|seeking|sought) /,
    );
    if (sought || clause.modality === 'wish' || clause.modality === 'possible') return null;
    return isToCome(doc, clause) ? 'promise' : 'ease';
  }
  return asked ? asking(hit, near) : null;
};

const unique = (things: readonly Mention[]): readonly Mention[] =>
  things.filter((m, i) => things.findIndex((other) => other.name === m.name) === i);

/** "needs a licence to export", "granted export licences", "approved some export applications": the permit itself. */
export const licences = rule({
  id: 'measure.licences',
  type: 'measure',
  triggers: [
    'licence',
    'licences',
    'license',
    'licenses',
    'permit',
    'permits',
    'approval',
    'approvals',
    'permission',
    'export applications',
    'applications',
  ],
  priority: 22,
  confidence: 0.75,
  read: (hit) => {
    const { doc, clause } = hit;
    const scope = { from: Math.min(governing(doc, clause).from, clause.from), to: clause.to };
    const things = mentions(doc, hit.sentence, 'product').filter((m) => m.name !== 'fentanyl');
    if (aboutOthers(hit, scope) || !(isControlled(things) || has(doc, hit.sentence, exporting))) return [];
    const traded =
      has(doc, hit.sentence, / (?:nvidia|amd|huawei|comac|exports?|h20|h200) /) ||
      (isBetweenTheTwo(doc, hit.sentence) && (things.length > 0 || has(doc, hit.sentence, technology)));
    if (!isControlled(things) && !traded) return [];
    const act = done(hit, scope);
    if (act === null) return [];
    return about(hit, {
      kind: 'export_control',
      things: isControlled(things) ? unique(things) : [],
      otherwise: 'exports',
      act,
      negatable: has(doc, scope, / (?:may|can|must) not | cannot /),
      ...(has(doc, hit.sentence, / (?:nvidia|amd|h20|h200) /) ? { usual: 'US' as const } : {}),
    });
  },
  yes: [
    [
      'Whoever exports tungsten from China needs a licence now.',
      { actor: 'CN', kind: 'export_control', status: 'in_effect', subject: 'tungsten' },
    ],
    [
      'China has granted export licences to some suppliers of rare earths.',
      { actor: 'CN', status: 'eased', subject: 'rare earths' },
    ],
    ['Beijing will issue general licences for exports of gallium.', { actor: 'CN', status: 'pledged' }],
    [
      'Washington suspended licences of American companies to sell engine parts to China.',
      { actor: 'US', status: 'in_effect' },
    ],
    [
      'Nvidia was told by the US government that it will need a license to sell its chips to China.',
      { actor: 'US', status: 'announced' },
    ],
  ],
  no: ['Drivers in Shanghai need a licence.', 'The deal needs approval by Congress.'],
});
