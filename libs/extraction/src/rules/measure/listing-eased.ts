import { has, mentions } from '../helpers';
import { rule } from '../rule';
import { about } from './about';

/** "a 90-day reprieve for Huawei", "firms may do business with Huawei again": a listing that is loosened. */
export const listingEased = rule({
  id: 'measure.listing-eased',
  type: 'measure',
  triggers: ['huawei', 'zte', 'smic'],
  priority: 22,
  confidence: 0.7,
  read: (hit) => {
    const { doc, clause } = hit;
    const licensed = has(doc, hit.sentence, / temporary (?:general )?licen[cs]e /);
    const loosened = has(
      doc,
      clause,
      / (?:reprieve|grace|breathing space|lifeline|stay of execution|(?:do|doing) business with|sell to|sell parts to|loosen\w*|lenien\w+|go easy on|eas(?:e|ed|es|ing)|relax\w*|resume (?:selling|sales)|allowed to (?:sell|buy|supply)) /,
    );
    if (!loosened && !licensed) return [];
    const firms = mentions(doc, clause, 'firm').slice(0, 2);
    return about(hit, {
      kind: 'entity_listing',
      things: firms,
      otherwise: 'chinese companies',
      act: 'ease',
      actors: ['US'],
    });
  },
  yes: [
    ['Washington gave Huawei a 90-day reprieve.', { actor: 'US', status: 'eased', subject: 'huawei' }],
    [
      'BIS renewed the temporary general license (TGL) that it had given to Huawei.',
      { actor: 'US', status: 'eased' },
    ],
    ['The US eased its ban on Huawei for three months.', { actor: 'US', status: 'eased' }],
    [
      'Trump said American firms could resume selling to Huawei and do business with ZTE.',
      { actor: 'US', kind: 'entity_listing' },
    ],
  ],
  no: ['Huawei sells phones in Europe.', 'Huawei was put on the Entity List.'],
});
