import { type Content, type Observation, type Place } from '../shared/observation';

const MOST = 10_000;
const lately = new Map<string, Content>();

/** Hundreds of papers state the same: what was stated lately is one object for all of them. */
const shared = (content: Content): Content => {
  const key = JSON.stringify(content);
  const known = lately.get(key);
  if (known !== undefined) return known;
  if (lately.size >= MOST) lately.clear();
  lately.set(key, content);
  return content;
};

/** What is stated apart from where. */
export const apart = (observation: Observation): { readonly content: Content; readonly place: Place } => {
  const { id, evidence, sentence, ruleId, ...content } = observation;
  return { content: shared(content), place: { id, evidence, sentence, ruleId } };
};
