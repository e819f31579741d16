import { has } from '../helpers';
import { rule } from '../rule';
import { about } from './about';
import { actOf } from './acts';
import { madeThatDay } from './entity-listing';

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
    if (!rules || !owned || !listed) return [];
    if (actOf(hit) === 'stand') return [];
    return about(hit, {
      kind: 'entity_listing',
      otherwise: 'affiliates of listed firms (50% rule)',
      actors: ['US'],
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
