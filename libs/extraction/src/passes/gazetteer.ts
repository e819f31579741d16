import { actors } from '../lexicon/actors';
import { persons, type PersonRow } from '../lexicon/persons';
import { places } from '../lexicon/places';
import { firms, products } from '../lexicon/products';
import { type Mention, type MentionKind, type Side, type Token, tokenAt } from '../doc';
import { phraseAt, phraseIndex } from '../phrase-index';

interface Entry {
  readonly kind: MentionKind;
  readonly side: Side | null;
  readonly name: string;
  readonly role: Mention['role'];
  /** A capital is needed. */
  readonly exact: boolean;
  readonly person: PersonRow | null;
}

const entry = (kind: MentionKind, side: Side | null, name: string, exact: boolean): Entry => ({
  kind,
  side,
  name,
  exact,
  role: null,
  person: null,
});

const spread = (forms: string, value: Entry): [string, Entry][] =>
  forms.split('|').map((form) => [form, value]);

const pairs =
  "both sides|the two sides|both nations|both countries|the two countries|the two nations|both governments|the two governments|two governments|the two leaders|both leaders|the two presidents|both presidents|two presidents|their presidents|their leaders|the two heads of state|both heads of state|two heads of state|the heads of state of the two countries|the presidents of the two countries|the two men|the two capitals|both capitals|the world's two largest economies|the world's two biggest economies|the two largest economies|the two biggest economies|two largest economies|two superpowers|the superpowers|superpowers|world's top two economies|world's two largest economies|world's two biggest economies|the two powers|both parties|the two parties|each side|two sides|two countries|the pair|the rivals|the two economies|two leaders|their teams|trade teams|negotiators|their negotiating teams|negotiating teams|the negotiating teams|their delegations|their trade teams|the trade teams|their trade negotiators|trade negotiators|their economic teams|the two teams|their negotiators|the two delegations|each other";

const index = phraseIndex<Entry>([
  ...actors.flatMap((a) =>
    spread(a.forms, {
      ...entry(a.kind, a.side, a.name, a.exact ?? a.side === 'other'),
      role: a.role ?? null,
    }),
  ),
  ...persons.flatMap((p) =>
    spread(p.forms, { ...entry('person', p.side, p.name, true), role: 'official', person: p }),
  ),
  ...places.flatMap((p) => spread(p, entry('place', null, p, true))),
  ...firms.flatMap((f) => spread(f, entry('firm', null, f.split('|')[0] ?? f, true))),
  ...products.flatMap((p) => spread(p, entry('product', null, p.split('|')[0] ?? p, false))),
  ...spread(pairs, entry('pair', 'both', 'both', false)),
]);

const inOffice = (person: PersonRow, day: string | null): boolean =>
  (person.leader ?? []).some(([from, to]) => day === null || (day >= from && (to === null || day < to)));

/** "us" is a pronoun, "US$" is money, "AMERICA" in a line of capitals is still America. */
const written = (token: Token, next: Token, found: Entry): boolean => {
  if (!found.exact) return true;
  if (token.lower === 'us') return (token.text === 'US' || token.text.includes('.')) && next.lower !== '$';
  return token.capital;
};

/** The longest phrase at a token; one of the headline ends with it: "…between China and the US" and "China said" name two. */
const within = (
  tokens: readonly Token[],
  i: number,
  bodyStart: number,
): ReturnType<typeof phraseAt<Entry>> => {
  const hit = phraseAt(index, tokens, i);
  if (hit === null || tokenAt(tokens, i).start >= bodyStart) return hit;
  if (tokenAt(tokens, hit.to - 1).start < bodyStart) return hit;
  return phraseAt(
    index,
    tokens.filter((t) => t.start < bodyStart),
    i,
  );
};

/** Names of the lexicon in the text, longest match, no overlaps. `bodyStart`: offset at which the headline is over. */
export const gazetteer = (tokens: readonly Token[], published: string | null, bodyStart = 0): Mention[] => {
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const hit = within(tokens, i, bodyStart);
    if (hit === null || !written(tokenAt(tokens, i), tokenAt(tokens, hit.to), hit.entry)) continue;
    const { kind, side, name, person } = hit.entry;
    const role = person !== null && inOffice(person, published) ? 'leader' : hit.entry.role;
    found.push({ from: i, to: hit.to, kind, side, name, role, place: kind === 'place' });
    i = hit.to - 1;
  }
  return found;
};
