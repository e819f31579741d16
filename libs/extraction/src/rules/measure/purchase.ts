import { type MeasureObservation } from '@app/contracts';
import { type Clause, wordAt } from '../../doc';
import { has, span } from '../helpers';
import { measure, rule, type Draft, type Hit } from '../rule';
import { aboutOthers } from './about';
import { governing, isPromise } from './acts';
import { bought, chinaBuys, isObliged, isTrade } from './purchase-slots';
import { subjectOf } from './subject';

type Status = MeasureObservation['status'];

const stopping =
  / (?:stop\w*|halt\w*|suspend\w*|cancel\w*|cease\w*|shun\w*|snub\w*|yet to|not one|avoid\w*|boycott\w*|paus\w+|dried up|fr(?:eeze|oze|ozen)|no longer|any more|no (?:\w+ )?(?:agricultural|farm|american|us|soybeans?) ) /;
const going =
  / (?:resum\w+|already|start\w*|began|begun|again|more|first|return\w*|snapped up|snaps up|scooped up|booked|books|keeps?|continu\w+|ahead of|largest|biggest) /;
const amount = / (?:tons?|tonnes|bushels|cargo(?:es)?|shipments?|vessels|shiploads|barrels) /;

/** Who cannot buy, is asked about or is wished to buy has neither bought nor promised to. */
const isNoBuying = (hit: Hit, clause: Clause): boolean =>
  has(hit.doc, clause, / (?:can't|cannot|can not|unable|could not) /) ||
  clause.modality === 'wish' ||
  clause.modality === 'question';

/** "has bought none since May" tells that the buying has stopped; that something was not bought once tells nothing. */
const isDry = (hit: Hit, clause: Clause): boolean =>
  has(hit.doc, clause, / (?:any|no|none|since|yet|this (?:season|year|autumn|fall)|single) /);

/** "China to buy", "with China buying more": told of the future, whatever the finite verb of the sentence. */
const isAhead = (hit: Hit, clause: Clause): boolean => {
  if (has(hit.doc, clause, / (?:start\w*|began|begun|continu\w+|resum\w+|return\w*) /)) return false;
  const bare = hit.trigger === 'buying' && clause.verbs.some((v) => v.at === hit.from && v.tense === 'none');
  return bare || wordAt(hit.doc.tokens, hit.from - 1) === 'to';
};

/** Promised, obliged, expected or told of the future. */
const isPledge = (hit: Hit, clause: Clause): boolean => {
  const { doc } = hit;
  const told = clause.modality === 'fact' && /^(?:past|perfect|present)$/.test(clause.tense);
  const due = has(doc, clause, / (?:supposed|expected|due|set|slated|about|going) to /);
  return due || isPromise(doc, clause) || isObliged(hit) || !told || isAhead(hit, clause);
};

const statusOf = (hit: Hit, clause: Clause): Status | null => {
  const { doc } = hit;
  if (has(doc, hit.clause, / (?:promise|pledge|commitment|vow|agreement|deal) to /)) return 'pledged';
  if (isNoBuying(hit, clause)) return null;
  if (clause.verbs.some((v) => v.negated))
    return hit.trigger !== 'bought' || isDry(hit, clause) ? 'suspended' : null;
  if (has(doc, clause, stopping)) return 'suspended';
  return isPledge(hit, clause) ? 'pledged' : 'in_effect';
};

/** What was bought once is no news; what is bought again, for the first time or by the ton is. */
const isNews = (hit: Hit, clause: Clause): boolean => {
  const { doc } = hit;
  if (!/tons|tonnes/.test(hit.trigger)) return has(doc, clause, going) || has(doc, clause, amount);
  return has(
    doc,
    clause,
    / (?:bought|buys|purchased|booked|took|taken|snapped up|received|imported|ordered|in for|flash|third purchase|sold|sales) /,
  );
};

/** "$60 billion worth of goods" that are taxed: an amount is bought only where the sentence buys. */
const isAmount = (hit: Hit): boolean =>
  /ton|billion|cargo/.test(hit.trigger) &&
  (has(hit.doc, hit.clause, / (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|pay|steal\w*) /) ||
    !has(
      hit.doc,
      hit.sentence,
      / (?:buy\w*|bought|purchas\w+|commit\w*|pledg\w+|promis\w+|order\w*|sales?|sell|sold|tak(?:e|en|es|ing)|took|import(?:s|ed|ing)?|obliges?|snapped|booked|in for|deal|understanding) /,
    ));

/** "hikes to import levies": no buying. */
const isLevy = (hit: Hit): boolean =>
  isAmount(hit) ||
  /^(?:levies|duties|tariffs|taxes|curbs|restrictions)$/.test(wordAt(hit.doc.tokens, hit.to));

const read = (hit: Hit, status: Status | null, evidence = hit.clause): readonly Draft<'measure'>[] => {
  if (status === null || aboutOthers(hit)) return [];
  const { things, otherwise } = bought(hit);
  hit.note('status', status);
  const fields = measure({ actor: 'CN', kind: 'purchase', subject: subjectOf(things, otherwise), status });
  return [{ fields, evidence: span(hit, evidence) }];
};

/** "China will buy more American soybeans", "snapped up 136,000 tons": buying told by a verb. */
export const buying = rule({
  id: 'measure.buying',
  type: 'measure',
  triggers: [
    'buy',
    'buys',
    'buying',
    'bought',
    'purchase',
    'purchasing',
    'purchased',
    'booked',
    'snapped up',
    'snaps up',
    'scooped up',
    'shunned',
    'shuns',
    'snubs',
    'snubbed',
    'cargo of',
    'cargoes of',
    'soybean order',
    'soybean orders',
    'will order',
    'to order',
    'and order',
    'boycotted',
    'import more',
    'imports more',
    'expand its imports',
    'increase imports',
    'increase its imports',
    'to import',
    'step up imports',
    'importing',
    'million tons',
    'million tonnes',
    'million metric tons',
    'billion a year of',
    'billion per year of',
    'billion worth of',
    'tonnes of',
    'tons of',
  ],
  priority: 15,
  confidence: 0.75,
  read: (hit) => {
    const clause = governing(hit.doc, hit.clause);
    if (isLevy(hit) || !chinaBuys(hit, clause) || !isTrade(hit)) return [];
    const status = statusOf(hit, clause);
    return status === 'in_effect' && !isNews(hit, clause) ? [] : read(hit, status);
  },
  yes: [
    [
      'China agreed to buy more American soybeans.',
      { actor: 'CN', kind: 'purchase', status: 'pledged', subject: 'soybeans' },
    ],
    ['The deal obliges China to import $200 billion more of US goods and services.', { status: 'pledged' }],
    [
      'Chinese companies have stopped buying US farm products.',
      { status: 'suspended', subject: 'farm goods' },
    ],
    ['China has resumed buying American soybeans.', { status: 'in_effect' }],
    ['Chinese importers booked six cargoes of US sorghum.', { status: 'in_effect', subject: 'sorghum' }],
    ['China has not bought a single cargo of American soybeans since May.', { status: 'suspended' }],
  ],
  no: [
    'Trump wants to buy Greenland.',
    'Chinese tourists bought American perfume in Paris, shops said.',
    'Canada will buy more oil.',
  ],
});

/** "to seek progress on licences as well as increased purchases" */
const isSought = (hit: Hit): boolean =>
  has(
    hit.doc,
    { from: Math.max(hit.sentence.from, hit.from - 25), to: hit.from },
    / (?:seek|seeks|seeking|sought) /,
  );

const nounStatus = (hit: Hit, clause: Clause): Status => {
  const { doc } = hit;
  if (/promises|commitments|pledges|targets/.test(hit.trigger)) return 'pledged';
  if (wordAt(doc.tokens, hit.to).startsWith('resum')) return 'in_effect';
  if (clause.negated || has(doc, clause, stopping)) return 'suspended';
  const told = clause.modality === 'fact' && !isPromise(doc, clause) && clause.tense !== 'future';
  return told && has(doc, clause, / (?:resum(?:e|es|ed|ing)|made|makes|restart\w*) /)
    ? 'in_effect'
    : 'pledged';
};

/** "purchases of US farm goods", "purchase commitments": buying told by a noun. */
export const purchases = rule({
  id: 'measure.purchases',
  type: 'measure',
  triggers: [
    'purchases',
    'purchases of',
    'purchase commitments',
    'purchase promises',
    'purchase pledges',
    'purchase targets',
    'purchasing commitments',
    'buying targets',
    'buying of',
    'buyers for',
  ],
  priority: 14,
  confidence: 0.7,
  read: (hit) => {
    const { doc } = hit;
    const clause = governing(doc, hit.clause);
    const committed = /promises|commitments|pledges|targets/.test(hit.trigger);
    const chinese = has(doc, hit.sentence, / (?:china|chinese|beijing|xi) /) || committed;
    const wished =
      clause.modality === 'wish' ||
      clause.modality === 'question' ||
      has(doc, clause, / (?:seek\w*|likely to) /) ||
      isSought(hit);
    if (!chinese || wished || !(committed || isTrade(hit))) return [];
    return read(hit, nounStatus(hit, clause), hit.clause);
  },
  yes: [
    [
      'Beijing promised additional purchases of American farm products.',
      { actor: 'CN', status: 'pledged', subject: 'farm goods' },
    ],
    [
      'The purchase commitments of the Phase One deal run until December.',
      { status: 'pledged', subject: 'us goods' },
    ],
    ['China suspended purchases of US soybeans.', { status: 'suspended', subject: 'soybeans' }],
    ['China has resumed its purchases of American farm products.', { status: 'in_effect' }],
  ],
  no: ['The Fed ended its purchases of bonds.', 'Japan pledged purchases of American rice.'],
});
