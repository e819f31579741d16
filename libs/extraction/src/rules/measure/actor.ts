import { type Clause, type Doc, type Mention, type Span, wordAt } from '../../doc';
import { agentOf, has, mentions, nearest, opposite, ownerOf, party, textOf, type Party } from '../helpers';
import { type Hit } from '../rule';
import { governing, isPiece } from './acts';

/** Raw materials that China refines nearly alone: a control of them is China's, whoever the sentence begins with. */
const chinese: ReadonlySet<string> = new Set([
  'rare earths',
  'gallium',
  'germanium',
  'antimony',
  'graphite',
  'tungsten',
  'bismuth',
  'indium',
  'superhard materials',
  'molybdenum',
]);
/** What America's export controls are about. */
const american: ReadonlySet<string> = new Set([
  'chips',
  'chipmaking equipment',
  'chip design software',
  'aircraft engines',
  'nvidia',
  'huawei',
]);

const isOf = (things: readonly Mention[], names: ReadonlySet<string>): boolean =>
  things.some((m) => names.has(m.name.toLowerCase()));

const aiming = /^(?:to|against|for|on|at|targeting|toward|towards|in)$/;

/** "exports of X to China", "curbs on China", "a licence to sell its chips to China": whom it is aimed at. */
const targetOf = (doc: Doc, trigger: Span, within: Span): Party | null => {
  const after = mentions(doc, { from: trigger.from, to: Math.min(within.to, trigger.to + 18) });
  const aimed = after.find((m) => {
    if (party(m.side) === null || m.kind === 'pronoun') return false;
    const words = [1, 2, 3].map((back) => wordAt(doc.tokens, m.from - back));
    return words.some((word) => aiming.test(word));
  });
  return party(aimed?.side);
};

/** "Chinese exports of X": whose exports they are. */
const exporterOf = (doc: Doc, within: Span): Party | null => {
  const goods = mentions(doc, within, 'goods').find((m) => /exports?|shipments/.test(textOf(doc, m)));
  return party(goods?.side);
};

const ofBoth = / (?:both|two|each) (?:countries|sides|governments|capitals|nations|country|side) /;

const together =
  / (?:(?:us|united states|washington|america) (?:,|and) (?:china|beijing)|(?:china|beijing) (?:,|and) (?:the )?(?:us|united states|washington|america)|two (?:countries|sides)|both (?:countries|sides)) /;

/** "US, China pause port fees", "the two countries agreed": both do it, before the word for the measure. */
export const isOfBoth = (hit: Hit): boolean => {
  const clause = governing(hit.doc, hit.clause);
  const from = Math.max(hit.sentence.from, clause.from - 6);
  return hit.from > from && has(hit.doc, { from, to: Math.min(hit.from, from + 18) }, together);
};

/** Does the measure belong to both: "both sides' port fees", "the port fees of the two countries"? */
const belongsToBoth = (hit: Hit): boolean =>
  ownerOf(hit.doc, hit)?.side === 'both' ||
  has(
    hit.doc,
    { from: Math.max(hit.clause.from, hit.from - 5), to: Math.min(hit.clause.to, hit.to + 5) },
    ofBoth,
  );

/** Who does it in a clause: its subject, "by X" of a passive one, the subject of the first clause where "and" goes on from it. */
export const doerOf = (doc: Doc, clause: Clause): Mention | null => {
  const own = agentOf(doc, clause);
  const passive = clause.verbs[clause.verbs.length - 1]?.passive === true;
  if (own !== null || passive || clause.opener !== 'and') return own;
  for (let i = clause.i - 1; doc.clauses[i]?.sentence === clause.sentence; i -= 1) {
    const before = doc.clauses[i];
    if (before?.subject !== undefined && before.subject !== null && !isPiece(doc, before))
      return before.subject;
  }
  return null;
};

/** Who does what is told at the trigger, as a side. */
export const actingSide = (hit: Hit): Mention['side'] =>
  doerOf(hit.doc, governing(hit.doc, hit.clause))?.side ?? null;

/** What only America controls is not China's because an "it" may stand for either, or because China acts otherwise in the clause. */
const agentFor = (doc: Doc, clause: Clause, isAmerican: boolean): Party | null => {
  const agent = doerOf(doc, clause);
  const side = party(agent?.side);
  if (!isAmerican) return side;
  const bars = has(
    doc,
    clause,
    / (?:ban\w*|bar|bars|barred|halt\w*|block\w*|restrict\w*|suspend\w*|impos\w+|prohibit\w*) /,
  );
  return agent?.kind === 'pronoun' || (side === 'CN' && !bars) ? null : side;
};

interface Step {
  readonly name: string;
  readonly find: () => Party | null;
}

/**
 * Who takes the measure: nobody, one or both. In order: who owns the words ("China's controls"), whose exports they are, who rules the
 * material, who does it in the clause, the other side of whom it is aimed at, who is known for it.
 */
export const actorsOf = (
  hit: Hit,
  things: readonly Mention[] = [],
  usual: Party | null = null,
): readonly Party[] => {
  const { doc } = hit;
  if (belongsToBoth(hit)) return ['US', 'CN'];
  const clause = governing(doc, hit.clause);
  const thing = nearest(things, hit);
  const closest = thing === undefined ? [] : [thing];
  const steps: readonly Step[] = [
    { name: 'owner', find: () => party(ownerOf(doc, hit)?.side) },
    { name: 'exporter', find: () => exporterOf(doc, hit.clause) },
    { name: 'material', find: () => (isOf(closest, chinese) ? 'CN' : null) },
    { name: 'agent', find: () => agentFor(doc, clause, isOf(closest, american)) },
    { name: 'target', find: () => opposite(targetOf(doc, hit, hit.clause)) },
    { name: 'field', find: () => (isOf(things, american) ? 'US' : usual) },
  ];
  for (const { name, find } of steps) {
    const found = find();
    if (found === null) continue;
    hit.note('actor', `${found} by ${name}`);
    return [found];
  }
  return [];
};
