import { inside, wordAt, type Mention } from '../../doc';
import { type Hit } from '../rule';

const joins = /^(?:of|between|with|by|held|involving|among)$/;
/** "Met on 14 November in Bali with Xi": so much of date and place may stand before whom. */
export const CIRCUMSTANCE = 8;
const BEFORE_JOIN =
  /^(?:in|on|at|since|late|early|last|this|that|earlier|,|here|there|over|for|held|planned|scheduled|set|due|the|of|and|by|phone|telephone|video)$/;

/** Where the word stands that joins the parties to a noun, -1 where none does: a place or day may come between, "a meeting in Japan with Xi". */
export const joinAt = (hit: Hit): number => {
  const { doc, to } = hit;
  if (joins.test(wordAt(doc.tokens, to))) return to;
  const part = { from: to, to: Math.min(hit.clause.to, to + CIRCUMSTANCE) };
  const between = [...inside(doc.dates, part), ...inside(doc.mentions, part).filter((m) => isPlaceName(m))];
  for (let i = to; i < part.to; i += 1) {
    const word = wordAt(doc.tokens, i);
    if (word === 'with' || word === 'between') return i;
    if (!BEFORE_JOIN.test(word) && !between.some((s) => s.from <= i && i < s.to)) return -1;
  }
  return -1;
};

const isPlaceName = (m: Mention): boolean => m.place || m.kind === 'country' || m.kind === 'capital';
