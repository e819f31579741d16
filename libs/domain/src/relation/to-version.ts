import { type Assertion, type Source } from '../evidence/assertion';
import { type ArticleObserved, type OperatorCorrected } from '../inputs';
import { contestedMeetings } from '../meeting/contested';
import { type Policy } from '../policy/policy.types';
import { outletOf, tierOfOutlet } from '../policy/tier';
import { dayOfInstant, publicationInstant } from '../shared/calendar';
import { type Observation, type Words } from '../shared/observation';
import { articleHints } from '../tariff/article-hints';
import { facetRefs } from './facet-ref';
import { type Held, type Version } from './relation-data';

/** Sorts as versions count: 1.9 before 1.10. */
const sortable = (version: string): string => version.replace(/\d+/g, (digits) => digits.padStart(9, '0'));

/** Of two readings of one revision, the one with the later key counts: an engine's newer version takes the older's place. */
export const versionKey = ({ articleId, revision, engine }: ArticleObserved): string =>
  [articleId, revision, engine.id, sortable(engine.version)].join('|');

const hold = (version: Version, assertion: Assertion, policy: Policy): Held => ({
  assertion,
  refs: facetRefs(assertion.observation, policy),
  version,
  voidedAt: null,
});

const hintsOf = (observations: readonly Observation[]): ReadonlyMap<string, Assertion['hint']> => {
  const contested = [...contestedMeetings(observations)].map((id) => [id, 'contested'] as const);
  return new Map<string, Assertion['hint']>([...articleHints(observations), ...contested]);
};

/** Several statements of an article stand in one sentence: its words are kept once. */
const sharedWords = (): ((text: string) => Words) => {
  const known = new Map<string, Words>();
  return (text) => {
    const words = known.get(text) ?? { text };
    known.set(text, words);
    return words;
  };
};

/** An article as a source, with its statements and what they tell about each other. */
export const toVersion = (input: ArticleObserved, policy: Policy): Version => {
  const outlet = outletOf(input.publisher);
  const publishedAt = publicationInstant(input.publishedAt);
  const source: Source = {
    key: versionKey(input),
    articleId: input.articleId,
    outlet,
    publisher: input.publisher,
    tier: tierOfOutlet(policy, outlet),
    publishedAt,
    day: dayOfInstant(publishedAt),
    url: input.url,
    title: input.title,
  };
  const hints = hintsOf(input.observations);
  const share = sharedWords();
  const hintOf = ({ id }: Observation): Assertion['hint'] => hints.get(id) ?? null;
  const version: Version = { key: source.key, source, held: [], knownTo: null };
  // Mapped, not pushed: an array that was pushed to keeps room for more, and there is one for each article.
  version.held = (input.relevant ? input.observations : []).map((told) => {
    const observation = { ...told, evidence: share(told.evidence.text), sentence: share(told.sentence.text) };
    return hold(version, { observation, source, hint: hintOf(told) }, policy);
  });
  return version;
};

/** An operator's own word as a source of the highest tier. */
export const toOperatorVersion = (
  input: OperatorCorrected,
  observation: Observation,
  policy: Policy,
): Version => {
  const at = publicationInstant(input.at);
  const source: Source = {
    key: input.id,
    articleId: input.id,
    outlet: `operator ${input.by}`,
    publisher: input.by,
    tier: 'operator',
    publishedAt: at,
    day: dayOfInstant(at),
    url: null,
    title: input.reason,
  };
  const version: Version = { key: input.id, source, held: [], knownTo: null };
  version.held = [hold(version, { observation, source, hint: null }, policy)];
  return version;
};
