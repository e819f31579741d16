import { type Mention, wordAt } from '../../doc';
import { has, mentions, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { type Act, actOf } from './acts';
import { actorsOf } from './actor';

const listing =
  / (?:add\w*|put|puts|place\w*|blacklist\w*|includ\w+|join\w*|hit|extend\w*|expand\w*|sanction\w*|designat\w+|gone on|been on|was on|is on|target\w*|list\w*|slap\w*|new|another|more) /;
const takingOff =
  / (?:remov\w+|delist\w*|took off|taken off|struck off|dropped from|reprieve|licen[cs]e|eas\w+|suspend\w*|paus\w+|hold|lift\w*|exempt\w*|do business) /;

/** Whose list it is, where the firms do not tell: the unreliable-entity and export-control lists are China's, the Entity List America's. */
const usualOwner = (hit: Hit): Party => (/unreliable|control list/.test(hit.trigger) ? 'CN' : 'US');

const listedFirms = (hit: Hit): readonly Mention[] => mentions(hit.doc, hit.sentence, 'firm').slice(0, 3);

const nameless = (hit: Hit, actor: Party | undefined): string => {
  if (/50|half|affiliate/.test(hit.trigger)) return 'affiliates of listed firms (50% rule)';
  return actor === 'CN' ? 'us companies' : 'chinese companies';
};

/** "put Huawei on the Entity List", "28 Chinese firms were blacklisted": who may not be dealt with. */
export const entityListings = rule({
  id: 'measure.entity-listing',
  type: 'measure',
  triggers: [
    'entity list',
    'entity lists',
    'unreliable entity list',
    'unreliable entities list',
    'export blacklist',
    'trade blacklist',
    'blacklist',
    'blacklisted',
    'blacklisting',
    'restriction list',
    'restriction lists',
    'export control list',
    'control list',
    'listings',
    'export - control listings',
    'military companies list',
    'chinese military companies',
    'chinese military company',
    '1260h',
    'unverified list',
    'restricted list',
    'sanctions list',
  ],
  priority: 20,
  confidence: 0.8,
  read: (hit) => {
    const { doc, sentence } = hit;
    // Met before, as the longer phrase.
    if (
      /^(?:unreliable|export)$/.test(wordAt(doc.tokens, hit.from - 1)) &&
      !/^(?:unreliable|export)/.test(hit.trigger)
    )
      return [];
    const acted =
      /blacklist(?:ed|ing)/.test(hit.trigger) || has(doc, sentence, listing) || has(doc, sentence, takingOff);
    const firms = listedFirms(hit);
    const named =
      firms.length > 0 ||
      has(
        doc,
        sentence,
        / (?:compan(?:y|ies)|firms?|entit(?:y|ies)|names|units|affiliates|bod(?:y|ies)|organi[sz]ations|listings|subsidiaries) /,
      );
    if (!acted || !named || aboutOthers(hit, sentence)) return [];
    const actors = ownersOf(hit);
    return about(hit, {
      kind: 'entity_listing',
      things: firms,
      otherwise: nameless(hit, actors[0]),
      actors,
      act: madeThatDay(hit),
    });
  },
  yes: [
    [
      'The Commerce Department added SMIC and dozens of other Chinese firms to its Entity List.',
      { actor: 'US', kind: 'entity_listing', status: 'in_effect', subject: 'smic' },
    ],
    [
      'China placed 15 American companies on its unreliable entity list.',
      { actor: 'CN', kind: 'entity_listing', status: 'in_effect' },
    ],
    ['Twenty-three Chinese companies were blacklisted by Washington.', { actor: 'US', status: 'in_effect' }],
    [
      'Washington will add Huawei to its trade blacklist.',
      { actor: 'US', status: 'announced', subject: 'huawei' },
    ],
  ],
  no: ['The bank published its list of Chinese firms.', 'India blacklisted two Pakistani companies.'],
});

const chineseFirms =
  / (?:chinese|china's) (?:\w+ ){0,3}(?:compan(?:y|ies)|firms?|entit(?:y|ies)|units|tech\w*) /;
const americanFirms =
  / (?:american|us|u s) (?:\w+ ){0,3}(?:compan(?:y|ies)|firms?|entit(?:y|ies)|contractors) /;

/** A firm of one side is listed by the other: "Huawei has been on the list" is no act of China's. */
const ownersOf = (hit: Hit): readonly Party[] => {
  const chinese = has(hit.doc, hit.sentence, chineseFirms);
  const us = has(hit.doc, hit.sentence, americanFirms);
  if (chinese !== us) return chinese ? ['US'] : ['CN'];
  return usualOwner(hit) === 'US' ? ['US'] : actorsOf(hit, [], 'CN');
};

/** A listing that is announced is made: SCHEMA has it in effect the day it is told. */
const madeThatDay = (hit: Hit): Act => {
  const act = actOf(hit);
  return act === 'announce' ? 'restrict' : act;
};

/** "the 50% rule for affiliates": listings that reach firms half owned by listed ones. */
export const affiliatesRule = rule({
  id: 'measure.affiliates-rule',
  type: 'measure',
  triggers: [
    'affiliates',
    'subsidiaries',
    'half owned',
    'half - owned',
    '50%',
    '50 percent',
    '50 per cent',
    '50 - percent',
  ],
  priority: 18,
  confidence: 0.7,
  read: (hit) => {
    const { doc, sentence } = hit;
    const rules = has(doc, sentence, / rules? | listings? | blacklist /);
    const owned = has(doc, sentence, / (?:affiliates?|subsidiar\w+|owned|half - owned) /);
    const listed = has(
      doc,
      sentence,
      / (?:listed|listings?|entity|blacklist\w*|export control\w*|rule on affiliates|affiliates rule) /,
    );
    if (!rules || !owned || !listed || party(usual) === null) return [];
    return about(hit, {
      kind: 'entity_listing',
      otherwise: 'affiliates of listed firms (50% rule)',
      actors: [usual],
      act: madeThatDay(hit),
    });
  },
  yes: [
    [
      'Washington suspended its 50% rule on affiliates of listed firms for a year.',
      { actor: 'US', kind: 'entity_listing', status: 'suspended' },
    ],
    [
      'The United States extended its export-control listings to subsidiaries that are half owned by listed firms.',
      { actor: 'US', status: 'in_effect' },
    ],
    ['The US rule on firms half owned by listed companies is on hold.', { actor: 'US', status: 'suspended' }],
  ],
  no: ['The carmaker owns 50% of its Chinese affiliates.', 'The rule of law matters to subsidiaries.'],
});
/** Only America's export rules know such a rule. */
const usual: Party = 'US';

/** "a 90-day reprieve for Huawei", "firms may do business with Huawei again": a listing that is loosened. */
export const listingEased = rule({
  id: 'measure.listing-eased',
  type: 'measure',
  triggers: ['huawei', 'zte', 'smic'],
  priority: 22,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const loosened = has(
      doc,
      clause,
      / (?:reprieve|temporary (?:general )?licen[cs]e|do business with|sell to|eas(?:e|ed|es|ing)|relax\w*|resume (?:selling|sales)|allowed to (?:sell|buy|supply)) /,
    );
    if (!loosened) return [];
    const firms = mentions(doc, clause, 'firm').slice(0, 2);
    return about(hit, {
      kind: 'entity_listing',
      things: firms,
      otherwise: 'chinese companies',
      act: 'ease',
      actors: [usual],
    });
  },
  yes: [
    ['Washington gave Huawei a 90-day reprieve.', { actor: 'US', status: 'eased', subject: 'huawei' }],
    ['The US eased its ban on Huawei for three months.', { actor: 'US', status: 'eased' }],
    [
      'Trump said American firms could resume selling to Huawei and do business with ZTE.',
      { actor: 'US', kind: 'entity_listing' },
    ],
  ],
  no: ['Huawei sells phones in Europe.', 'Huawei was put on the Entity List.'],
});
