import { has } from '../helpers';
import { rule } from '../rule';
import { about, aboutOthers } from './about';
import { actOf } from './acts';

const restricting =
  / (?:restrict\w*|curbs?|revok\w*|cancel\w*|den(?:y|ied|ying)|refus\w*|limits?|ban(?:s|ned)?|bar(?:s|red)?|tighten\w*|take|taking|took|strip\w*|crackdown|scrutin\w+|halt\w*) /;
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
      has(doc, sentence, / (?:come|coming|in|study|universities|colleges|stay) /);
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

/** "revoke the visas of Chinese students", "visa restrictions": who may come. */
export const visas = rule({
  id: 'measure.visas',
  type: 'measure',
  triggers: ['visa', 'visas'],
  priority: 20,
  confidence: 0.75,
  read: (hit) => {
    const { doc, clause } = hit;
    const act = actOf(hit);
    if (aboutOthers(hit) || !(has(doc, clause, restricting) || relenting.has(act))) return [];
    const students = has(doc, hit.sentence, / students? /);
    const otherwise = students ? 'chinese students' : 'visas';
    // To drop the cancelling of visas is to let people in again: what is dropped is a restriction.
    const dropped = has(doc, clause, / (?:drop|end|abandon|scrap)\w* .*(?:cancel|revok|restrict)/);
    return about(hit, {
      kind: 'visa',
      otherwise,
      usual: 'US',
      act: dropped ? 'lift' : act === 'lift' ? 'restrict' : act,
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
  ],
  no: ['Visa and Mastercard shares rose.', 'The EU revoked visas of Russian diplomats.'],
});
