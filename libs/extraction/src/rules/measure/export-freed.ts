import { has } from '../helpers';
import { rule } from '../rule';
import { about, aboutOthers } from './about';
import { isPromise } from './acts';
import { thingsOf } from './subject';

const frees =
  / (?:flow|flowing|let|lets|ship more|unblock\w*|free(?:s|d)? up|release[sd]?|(?:resume[sd]?|approv\w+|speed up|grant\w*) (?:\w+ )?(?:\w+ )?(?:exports?|shipments|supplies|licen[cs]es|sales)|supply|supplied|make it easier|up front) /;

const limiting =
  / (?:controls|curbs|restrictions|limits|bans?|chok\w+|throttl\w+|squeez\w+|cut(?:s|ting)? off|shut(?:s|ting)? off|halt\w*|stem\w*|block\w*|stop\w*|tighten\w*) /;

/** "let rare earths flow", "resume rare earth shipments": an easing with no word for the control. */
export const suppliesFreed = rule({
  id: 'measure.supplies-freed',
  type: 'measure',
  triggers: ['rare earths', 'rare earth', 'critical minerals', 'magnets'],
  priority: 12,
  confidence: 0.65,
  read: (hit) => {
    const { doc, clause } = hit;
    const limits = has(doc, clause, limiting);
    // "which keeps rare earths flowing" tells of a truce, not of a step.
    const kept = has(doc, clause, / keeps? /) && !has(doc, clause, / (?:china|beijing) /);
    if (limits || kept || aboutOthers(hit) || !has(doc, clause, frees)) return [];
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

/** "will not let Nvidia sell": the control stands. */
const notLet = / (?:not|never|won't|no longer) (?:\w+ )?(?:let|allow|permit|be allowed|be permitted) /;

const clearing =
  / (?:may sell|may ship|may export|can sell|let|lets|letting|allow\w*|permit\w*|clear\w*|approv\w+|leave to|free to (?:sell|ship)|(?:sell|ship) (?:\w+ ){1,6}(?:again|once more)|(?:again|once more) (?:sell|ship)|green light|greenlight\w*|resum\w+) /;
/** "need a licence", "not to resume": of a licence that is needed the rule of licences tells. */
const refusing =
  / (?:not|never|won't|no longer|need\w*|requir\w+|refus\w+|without|block\w*|tighten\w*|halt\w*) /;

/** "let Nvidia ship its H200 chips to China", "cleared H20 sales": a control of chips that is loosened, or is not. */
export const chipsFreed = rule({
  id: 'measure.chips-freed',
  type: 'measure',
  triggers: ['nvidia', 'amd', 'h20', 'h200', 'h - 20', 'ai chips', 'advanced chips', 'blackwell'],
  priority: 16,
  confidence: 0.65,
  read: (hit) => {
    const { doc, sentence } = hit;
    const near = { from: Math.max(sentence.from, hit.from - 14), to: Math.min(sentence.to, hit.to + 16) };
    const cleared = has(doc, near, clearing);
    const shipped = has(doc, sentence, / (?:ship\w*|sell\w*|sales?|export\w*|chips?) /);
    const china = has(doc, sentence, / (?:china|chinese|china's) /);
    if (!cleared || !shipped || !china || aboutOthers(hit, sentence)) return [];
    if (has(doc, near, / (?:barred|banned|without) /)) return [];
    const stands = has(doc, sentence, notLet);
    if (!stands && (has(doc, hit.clause, refusing) || has(doc, sentence, / need\w* (?:a )?licen[cs]e/)))
      return [];
    const status = stands ? 'in_effect' : 'eased';
    return about(hit, {
      kind: 'export_control',
      otherwise: 'ai chips',
      actors: ['US'],
      status,
      negatable: true,
    });
  },
  yes: [
    [
      "Trump said he'll let Nvidia ship its H200 chips to customers in China.",
      { actor: 'US', kind: 'export_control', status: 'eased' },
    ],
    ['Washington has cleared sales of the H20 to China.', { actor: 'US', status: 'eased' }],
    ['The US will allow AMD to export some chips to China again.', { actor: 'US', status: 'eased' }],
  ],
  no: [
    'Nvidia needs a licence to ship the chips to China.',
    'Nvidia sells chips to Japan.',
    'China told its firms to avoid the H20.',
  ],
});
