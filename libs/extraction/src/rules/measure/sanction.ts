import { agentOf, has, mentions, ownerOf, party, type Party } from '../helpers';
import { rule, type Hit } from '../rule';
import { about, aboutOthers } from './about';
import { governing } from './acts';

const others = / (?:russia\w*|iran\w*|north korea\w*|ukrain\w*|venezuela\w*|moscow|tehran|myanmar|syria\w*) /;

const targets = (hit: Hit, actor: Party): string | null => {
  const other = actor === 'US' ? 'CN' : 'US';
  const named = mentions(hit.doc, hit.sentence).some((m) => m.side === other || m.kind === 'firm');
  if (!named) return null;
  const military = has(hit.doc, hit.sentence, / defen[cs]e | military | arms /);
  const people = has(hit.doc, hit.sentence, / officials? | lawmakers? | individuals? | people /);
  const whose = actor === 'US' ? 'chinese' : 'us';
  return `${whose} ${military ? 'defense ' : ''}${people ? 'officials' : 'companies'}`;
};

/** "put sanctions on American defence firms": penalties on persons or firms of the other side. */
export const sanctions = rule({
  id: 'measure.sanctions',
  type: 'measure',
  triggers: ['sanctions', 'sanction', 'sanctioned', 'sanctioning'],
  priority: 15,
  confidence: 0.7,
  read: (hit) => {
    const { doc, sentence, clause } = hit;
    const actor = party(ownerOf(doc, hit)?.side) ?? party(agentOf(doc, governing(doc, clause))?.side);
    if (actor === null || aboutOthers(hit, sentence) || has(doc, sentence, others)) return [];
    const acted = has(
      doc,
      clause,
      / (?:impos\w+|put|puts|plac\w+|slap\w*|announc\w+|sanctioned|sanctioning|hit|lift\w*|suspend\w*|eas\w+|new|threat\w*|levied) /,
    );
    const whom = targets(hit, actor);
    return acted && whom !== null ? about(hit, { kind: 'sanction', otherwise: whom, actors: [actor] }) : [];
  },
  yes: [
    [
      'China has imposed sanctions on several American defence companies.',
      { actor: 'CN', kind: 'sanction', status: 'in_effect', subject: 'us defense companies' },
    ],
    ['Washington sanctioned two Chinese officials on Friday.', { actor: 'US', status: 'in_effect' }],
    ['Beijing lifted sanctions on US firms.', { actor: 'CN', status: 'lifted' }],
  ],
  no: ['The US sanctioned Chinese buyers of Iranian oil.', 'China opposes sanctions of any kind.'],
});
