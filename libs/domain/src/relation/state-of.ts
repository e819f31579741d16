import { readWords } from '../evidence/words';
import { type Day } from '../shared/primitives';
import { type Evidence, type FacetState, type Moment, type State } from '../state.types';
import { type Meeting, type PastRate, type Reading } from '../values';
import { asked, viewAt, type Asked, type View } from './read';
import { isKnown, type Relation } from './relation-data';
import { tensionIn } from './tension';
import { TENSION, tensionFacet } from './tension-facet';

const meetingsOf = ({ value }: Reading): readonly Meeting[] =>
  value.type === 'meetings'
    ? [...value.planned, ...value.recent, ...(value.lastHeld === null ? [] : [value.lastHeld])]
    : [];

const pastOf = ({ value }: Reading): readonly PastRate[] => (value.type === 'tariff' ? value.past : []);

/** Every observation that a reading names, the deciding first. */
export const namedIn = (reading: Reading): readonly string[] => [
  ...new Set([
    ...reading.because,
    ...reading.conflicts.flatMap(({ because }) => because),
    ...meetingsOf(reading).flatMap(({ because }) => because),
    ...pastOf(reading).flatMap(({ because }) => because),
  ]),
];

/** The sentence behind an observation, and where it stands; null where it is not recorded. */
export const evidenceOf = (relation: Relation, observationId: string, view?: View): Evidence | null => {
  const held = relation.statements.get(observationId);
  if (held === undefined) return null;
  const { source } = held;
  const { clusters } = view ?? relation;
  const where = { nth: source.held.indexOf(held), count: source.held.length };
  const { publisher, url, title, words, sentence, ruleId } = readWords(relation.archive, source.place, where);
  return {
    observationId,
    articleId: source.articleId,
    publisher,
    tier: source.tier,
    url,
    title,
    publishedAt: source.publishedAt,
    words,
    sentence,
    ruleId,
    cluster: clusters.representative(source).articleId,
  };
};

/** How many statements a reading shows besides those that it names. */
const LATELY = 8;

/** What was said last of a facet by a day: an accusation, an invitation, what made no difference. The latest first. */
const saidLately = (relation: Relation, facet: string, { asOf, knownAt }: Asked): readonly string[] => {
  const { ledger } = relation.facets.get(facet) ?? { ledger: [] };
  const ids: string[] = [];
  for (let at = ledger.length - 1; at >= 0 && ids.length < LATELY; at -= 1) {
    const held = ledger[at];
    if (held !== undefined && held.source.day <= asOf && isKnown(held, knownAt)) ids.push(held.id);
  }
  return ids;
};

export const withEvidence = (
  relation: Relation,
  view: View,
  moment: Asked,
  reading: Reading,
): FacetState => ({
  ...reading,
  evidence: [...new Set([...namedIn(reading), ...saidLately(relation, reading.facet, moment)])]
    .map((id) => evidenceOf(relation, id, view))
    .filter((one): one is Evidence => one !== null),
});

/** All facets on a day, by what was known at a moment. */
export const state = (relation: Relation, moment: Moment = {}): State => {
  const { asOf, knownAt } = asked(relation, moment);
  const view = viewAt(relation, knownAt);
  const readings = [...relation.facets.values()]
    .map((file) => view.beliefOf(file).at(asOf))
    .filter((reading): reading is Reading => reading !== null);
  if (readings.length > 0)
    readings.push(tensionFacet(relation.policy.version, tensionIn(relation, view, asOf)));
  return {
    asOf,
    knownAt,
    policy: relation.policy.version,
    facets: readings
      .map((reading) => withEvidence(relation, view, { asOf, knownAt }, reading))
      .sort((a, b) => (a.facet < b.facet ? -1 : 1)),
  };
};

/** What one facet reads on a day by what was known at a moment; null: nothing. */
export const readFacet = (relation: Relation, facet: string, moment: Moment = {}): Reading | null => {
  const { asOf, knownAt } = asked(relation, moment);
  const view = viewAt(relation, knownAt);
  if (facet === TENSION) return tensionFacet(relation.policy.version, tensionIn(relation, view, asOf));
  const file = relation.facets.get(facet);
  return file === undefined ? null : view.beliefOf(file).at(asOf);
};

/** All facets that anything was ever said of, sorted. */
export const facetsOf = (relation: Relation): readonly string[] => [...relation.facets.keys()].sort();

/** The relation's day: the latest publication or day passed. Empty while nothing is recorded. */
export const dayOf = ({ day }: Relation): Day => day;
