import {
  type ArticleObserved,
  type ArticleRetracted,
  type OperatorCorrected,
  type RelationInput,
} from '../inputs';
import { dayOfInstant, publicationInstant } from '../shared/calendar';
import { compareText } from '../shared/equal';
import { type Day, type Instant } from '../shared/primitives';
import { type Change, type Recorded } from '../state.types';
import { addVersion, alter, noteMoment } from './ledgers';
import { learn, nextTurn, passDays } from './learn';
import { earliest, type ArticleFile, type FacetFile, type Relation, type Version } from './relation-data';
import { isKnownTo, toOperatorVersion, toVersion } from './to-version';

const NOTHING: Recorded = { news: false, facets: [], changes: [] };

const fileOf = (relation: Relation, articleId: string): ArticleFile => {
  const file = relation.articles.get(articleId) ?? { versions: [], retractedAt: null };
  relation.articles.set(articleId, file);
  return file;
};

/** Moves the relation's day forward, never back; gives what a reader sees change by that alone. */
const moveTo = (relation: Relation, day: Day): readonly Change[] => {
  const from = relation.day;
  if (day <= from) return [];
  relation.day = day;
  if (from === '') return [];
  const changes: Change[] = [];
  for (const file of relation.facets.values()) {
    if (file.turnsOn === null || file.turnsOn > day) continue;
    changes.push(...passDays(file.live, from, day));
    file.turnsOn = nextTurn(file.live, day);
  }
  return changes.sort(byDayAndFacet);
};

const byDayAndFacet = (a: Change, b: Change): number =>
  compareText(a.effective, b.effective) || compareText(a.facet, b.facet);

/** Moves the day to that of the input, lets the input do its work, and tells what a reader learns by both. */
const learnFrom = (relation: Relation, at: Instant, work: () => ReadonlySet<FacetFile>): Recorded => {
  const day = dayOfInstant(at);
  const late = day < relation.day;
  const passed = moveTo(relation, day);
  const touched = work();
  noteMoment(relation, at);
  const learned: Change[] = [];
  for (const file of touched) {
    file.told += 1;
    const change = learn(file.live, relation.day, late);
    if (change !== null) learned.push(change);
    file.turnsOn = nextTurn(file.live, relation.day);
  }
  return {
    news: true,
    facets: [...touched].map(({ ref }) => ref.facet).sort(),
    changes: [...passed, ...learned.sort(byDayAndFacet)],
  };
};

const recordVersion = (
  relation: Relation,
  file: ArticleFile,
  version: Version,
  signature: readonly number[],
): Recorded => learnFrom(relation, version.publishedAt, () => addVersion(relation, file, version, signature));

const recordArticle = (relation: Relation, input: ArticleObserved): Recorded => {
  const file = fileOf(relation, input.articleId);
  if (isKnownTo(file, input)) return NOTHING;
  return recordVersion(relation, file, toVersion(input, relation), input.signature);
};

const recordRetraction = (relation: Relation, { articleId, at }: ArticleRetracted): Recorded => {
  const file = fileOf(relation, articleId);
  const from = publicationInstant(at);
  const first = earliest(file.retractedAt, from) ?? from;
  const news = first !== file.retractedAt || dayOfInstant(from) > relation.day;
  const recorded = learnFrom(relation, from, () =>
    first === file.retractedAt
      ? new Set()
      : alter(relation, file, () => {
          file.retractedAt = first;
        }),
  );
  return { ...recorded, news };
};

const recordVoid = (relation: Relation, observationId: string, at: Instant): Recorded => {
  const from = earliest(relation.voids.get(observationId) ?? null, at) ?? at;
  relation.voids.set(observationId, from);
  const held = relation.statements.get(observationId);
  return learnFrom(relation, at, () =>
    held === undefined
      ? new Set()
      : alter(relation, fileOf(relation, held.source.articleId), () => {
          held.voidedAt = from;
        }),
  );
};

const recordCorrection = (relation: Relation, input: OperatorCorrected): Recorded => {
  if (relation.corrections.has(input.id)) return NOTHING;
  const { correction } = input;
  if (correction.kind === 'void') {
    relation.corrections.add(input.id);
    return recordVoid(relation, correction.observationId, publicationInstant(input.at));
  }
  // First, for the archive may have no room: what was not recorded must not count as known.
  const version = toOperatorVersion(input, correction.observation, relation);
  relation.corrections.add(input.id);
  return recordVersion(relation, fileOf(relation, input.id), version, []);
};

/**
 * Adds what was learned. Adding commutes: any order, repetition or split of the same inputs gives the same relation.
 * The changes are what this order of arrival lets a reader see, on the relation's day, which only moves forward.
 */
export const record = (relation: Relation, input: RelationInput): Recorded => {
  switch (input.type) {
    case 'ArticleObserved':
      return recordArticle(relation, input);
    case 'ArticleRetracted':
      return recordRetraction(relation, input);
    case 'OperatorCorrected':
      return recordCorrection(relation, input);
    case 'DayPassed': {
      const news = input.day > relation.day;
      const changes = moveTo(relation, input.day);
      return { news, facets: [...new Set(changes.map(({ facet }) => facet))].sort(), changes };
    }
  }
};
