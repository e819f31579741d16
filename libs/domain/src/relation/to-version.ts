import { type Assertion } from '../evidence/assertion';
import { apart } from '../evidence/content';
import { keepWords } from '../evidence/words';
import { type ArticleObserved, type OperatorCorrected } from '../inputs';
import { contestedMeetings } from '../meeting/contested';
import { type Policy } from '../policy/policy.types';
import { outletOf, tierOfOutlet } from '../policy/tier';
import { dayOfInstant, publicationInstant } from '../shared/calendar';
import { memo } from '../shared/memo';
import { type Observation } from '../shared/observation';
import { articleHints } from '../tariff/article-hints';
import { mannerOf } from '../tariff/manner';
import { facetRefs } from './facet-ref';
import { type ArticleFile, type Held, type Relation, type Version } from './relation-data';
import { toldTogether } from './told-together';

/** Sorts as versions count: 1.9 before 1.10. */
const sortable = (version: string): string => version.replace(/\d+/g, (digits) => digits.padStart(9, '0'));

/** Of two readings of one revision, the one with the later key counts: an engine's newer version takes the older's place. */
const keyOf = ({ revision, engine }: ArticleObserved): string =>
  [revision, engine.id, sortable(engine.version)].join('|');

export const isKnownTo = ({ versions }: ArticleFile, input: ArticleObserved): boolean => {
  const key = keyOf(input);
  return versions.some((version) => version.key === key);
};

const hold = (told: Observation, source: Version, hint: Assertion['hint'], policy: Policy): Held => {
  const { content, place } = apart(told);
  return {
    id: place.id,
    observation: content,
    source,
    hint,
    manner: mannerOf(place.evidence.text),
    refs: facetRefs(content, policy),
    voidedAt: null,
  };
};

const hintsOf = (observations: readonly Observation[]): ReadonlyMap<string, Assertion['hint']> => {
  const contested = [...contestedMeetings(observations)].map((id) => [id, 'contested'] as const);
  return new Map<string, Assertion['hint']>([...articleHints(observations), ...contested]);
};

/** As many articles are of a day, and of an outlet: one string serves for all. */
const sharedText = memo((text) => text);

/** What states nothing is never shown. */
const NOWHERE = -1;

type Parts = Pick<Relation, 'policy' | 'archive'>;

/** An article as a source, with its statements and what they tell about each other. */
export const toVersion = (input: ArticleObserved, { policy, archive }: Parts): Version => {
  const outlet = sharedText(outletOf(input.publisher));
  const publishedAt = publicationInstant(input.publishedAt);
  const day = sharedText(dayOfInstant(publishedAt));
  const told = input.relevant ? toldTogether(input.observations, day) : [];
  const version: Version = {
    articleId: input.articleId,
    key: keyOf(input),
    outlet,
    tier: tierOfOutlet(policy, outlet),
    publishedAt,
    day,
    place: told.length === 0 ? NOWHERE : keepWords(archive, input, told),
    held: [],
    knownTo: null,
  };
  const hints = hintsOf(told);
  // Mapped, not pushed: an array that was pushed to keeps room for more, and there is one for each article.
  version.held = told.map((one) => hold(one, version, hints.get(one.id) ?? null, policy));
  return version;
};

/** An operator's own word as a source of the highest tier. */
export const toOperatorVersion = (
  { id, by, reason, at: correctedAt }: OperatorCorrected,
  observation: Observation,
  { policy, archive }: Parts,
): Version => {
  const at = publicationInstant(correctedAt);
  const version: Version = {
    articleId: id,
    key: id,
    outlet: `operator ${by}`,
    tier: 'operator',
    publishedAt: at,
    day: dayOfInstant(at),
    place: keepWords(archive, { publisher: by, url: null, title: reason }, [observation]),
    held: [],
    knownTo: null,
  };
  version.held = [hold(observation, version, null, policy)];
  return version;
};
