import { has, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { actingSide } from './actor';
import { type Act, actOf, governing, isPromise } from './acts';

const restricting =
  / (?:restrict\w*|curbs?|revok\w*|cancel\w*|den(?:y|ied|ying)|refus\w*|limits?|ban(?:s|ned)?|bar(?:s|red)?|tighten\w*|take|taking|took|strip\w*|tear|tears|tearing|tore|torn|yank\w*|pull\w*|crackdown|scrutin\w+|halt\w*) /;
const granting = / (?:grant|grants|granted|issue|issued|restore[sd]?|resume[sd]?) (?:\w+ ){0,3}visas? /;
const relenting = new Set(['suspend', 'ease', 'lift', 'promise']);

/** "let 600,000 of their students come in": students told without the word visa. */
export const studentsWelcome = rule({
  id: 'measure.students-welcome',
  type: 'measure',
  triggers: ['students'],
  priority: 15,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence, clause } = hit;
    const chinese = has(doc, sentence, / (?:chinese|china|china's|their) /);
    const letting =
      has(doc, sentence, / (?:let|allow\w*|welcom\w+|admit\w*) /) &&
      has(doc, sentence, / (?:come|coming|in|into|study|universities|colleges|stay) /);
    if (!chinese || !letting || has(doc, sentence, / visas? /) || aboutOthers(hit)) return [];
    const future =
      clause.tense === 'future' ||
      clause.modality === 'plan' ||
      has(doc, sentence, / (?:will|going to|would) /);
    return about(hit, {
      kind: 'visa',
      otherwise: 'chinese students',
      actors: ['US'],
      act: future ? 'promise' : 'ease',
    });
  },
  yes: [
    [
      'We are going to let 600,000 Chinese students come in, Trump said.',
      { actor: 'US', kind: 'visa', status: 'pledged' },
    ],
    ['Trump will allow Chinese students to study at American colleges.', { actor: 'US', status: 'pledged' }],
    ['Washington will welcome Chinese students to its universities.', { actor: 'US', status: 'pledged' }],
  ],
  no: ['Chinese students protested in Hong Kong.', 'The school let its students leave early.'],
});

/** To drop the cancelling of visas is to let people in again: what is dropped is a restriction. */
const dropping =
  / (?:drop\w*|end(?:s|ed|ing)?|abandon\w*|scrap\w*|shelv\w+|walk\w* back|back\w* (?:off|away)|withdr\w+|revers\w+) (?:\w+ ){0,3}(?:plans?|threats?|attempts?|efforts?|bid|drive|cancel\w*|revok\w*|revocation|restrict\w*|ban|curbs?|crackdown) /;

/** Whose people they are: visas of Chinese are America's to give. */
const giver = (hit: Hit): Party | null => {
  const { doc, clause } = hit;
  const near = { from: Math.max(clause.from, hit.from - 6), to: Math.min(clause.to, hit.to + 10) };
  if (
    has(
      doc,
      near,
      / (?:chinese|china's|their) (?:\w+ ){0,2}(?:students?|nationals?|citizens|officials|researchers|scholars|journalists|visas?|graduate\w*|members|travell?ers) /,
    )
  )
    return 'US';
  if (
    has(
      doc,
      near,
      / (?:american|us|u s) (?:\w+ ){0,2}(?:students?|nationals?|citizens|officials|researchers|journalists|personnel|staff|travell?ers|visitors|executives) /,
    )
  )
    return 'CN';
  return party(actingSide(hit));
};

const isDropped = (hit: Hit): boolean =>
  has(hit.doc, { from: governing(hit.doc, hit.clause).from, to: hit.clause.to }, dropping);

/** What is done with visas: taken, given, or the taking dropped; null where they are only spoken of. */
const done = (hit: Hit, dropped: boolean): Act | null => {
  const { doc, clause } = hit;
  const led = governing(doc, clause);
  const eased = isPromise(doc, led) || led.tense === 'future' ? 'promise' : 'ease';
  if (dropped) return eased === 'ease' ? 'lift' : eased;
  if (has(doc, clause, granting)) return eased;
  const act = actOf(hit);
  if (!has(doc, clause, restricting) && !relenting.has(act)) return null;
  // To lift visas is to take them away.
  return act === 'lift' ? 'restrict' : act;
};

/** "revoke the visas of Chinese students", "visa restrictions": who may come. */
export const visas = rule({
  id: 'measure.visas',
  type: 'measure',
  triggers: ['visa', 'visas'],
  priority: 20,
  confidence: 0.75,
  read: (hit) => {
    const { doc, sentence } = hit;
    const dropped = isDropped(hit);
    const act = done(hit, dropped);
    const giving = giver(hit);
    const chinas = has(doc, sentence, / (?:chinese|china|china's|beijing) /);
    if (act === null || aboutOthers(hit) || (giving === null && !chinas)) return [];
    return about(hit, {
      kind: 'visa',
      otherwise: has(doc, sentence, / students? /) ? 'chinese students' : 'visas',
      actors: giving === null ? ['US'] : [giving],
      act,
      negatable: dropped,
    });
  },
  yes: [
    [
      'The US will revoke the visas of some Chinese students.',
      { actor: 'US', kind: 'visa', status: 'announced' },
    ],
    [
      "Beijing criticised Washington's visa restrictions on Chinese students.",
      { actor: 'US', status: 'in_effect' },
    ],
    ['Washington agreed to ease visa curbs on Chinese students.', { actor: 'US', status: 'pledged' }],
    [
      'The US will drop its attempt to revoke the visas of Chinese students.',
      { actor: 'US', status: 'pledged' },
    ],
    ['US visas of Chinese nationals have been revoked by the hundred.', { actor: 'US', status: 'in_effect' }],
    ['China restricted visas for American officials.', { actor: 'CN', status: 'in_effect' }],
    ['Beijing will grant visas to American journalists again.', { actor: 'CN', status: 'pledged' }],
  ],
  no: ['Visa and Mastercard shares rose.', 'The EU revoked visas of Russian diplomats.'],
});
