import { type MeasureObservation } from '@app/contracts';
import { type Mention, type Span } from '../../doc';
import { bothSides, has, span, thirdParty, type Party } from '../helpers';
import { measure, type Draft, type Hit } from '../rule';
import { type Act, actOf, governing } from './acts';
import { actorsOf } from './actor';
import { measureStatus } from './measure-status';
import { subjectOf, withThing } from './subject';

/** Is the span about third countries, with at most one of the two in it? */
export const aboutOthers = (hit: Hit, part: Span = hit.clause): boolean =>
  thirdParty(hit.doc, part) !== undefined && !bothSides(hit.doc, part);

export interface About {
  readonly kind: MeasureObservation['kind'];
  /** Products and firms that it is about. */
  readonly things?: readonly Mention[];
  /** What it is about where nothing is named. */
  readonly otherwise: string;
  /** Who takes such measures, where nobody is named. */
  readonly usual?: Party;
  /** What is done to it, where the rule knows better than the clause's verbs. */
  readonly act?: Act;
  readonly actors?: readonly Party[];
  /** The status, where the rule alone knows it. */
  readonly status?: MeasureObservation['status'];
  /** "not to take jets" is the measure itself, not its denial. */
  readonly negatable?: boolean;
}

const doing =
  / (?:impos\w+|introduc\w+|announc\w+|tighten\w*|expand\w*|widen\w*|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|restrict(?:s|ed|ing)?|halt\w*|block\w*|add(?:s|ed|ing)?|put|puts|plac(?:e|es|ed|ing)|open(?:s|ed|ing)?|launch\w*|start\w*|began|begin\w*|initiat\w+|blacklist\w*|sanction\w*|revok\w+|suspend\w*|issu(?:e|es|ed|ing)|unveil\w*|publish\w*|slap\w*|hit|hits|limit(?:s|ed|ing)?|curb(?:s|ed|ing)|prohibit\w*|forb\w+|stop\w*|order\w*|told|requir\w+|new|latest|retaliat\w+|charg\w+|collect\w*|effect|sign(?:s|ed)?|designat\w+|extend\w*|toughen\w*) /;

/** A measure spoken of rather than taken ("Beijing's curbs have hurt", "urged Washington to lift its controls") is no news. */
const isStanding = (hit: Hit, act: Act, status: string): boolean => {
  if (act === 'stand') return true;
  if (act !== 'restrict' || status !== 'in_effect') return false;
  return !has(hit.doc, hit.clause, doing) && !has(hit.doc, governing(hit.doc, hit.clause), doing);
};

/** The readings of a measure met at a trigger: one for each who takes it; none where it is denied or nobody can be named. */
export const about = (hit: Hit, what: About): readonly Draft<'measure'>[] => {
  const act = what.act ?? actOf(hit);
  if (hit.clause.negated && what.negatable !== true && act !== 'stand') return [];
  const things = what.things ?? [];
  const status = what.status ?? measureStatus(hit, act);
  if (status === null) return [];
  const actors = what.actors ?? actorsOf(hit, things, what.usual ?? null);
  return actors.map((actor) => ({
    fields: measure({ actor, kind: what.kind, subject: subjectOf(things, what.otherwise), status }),
    evidence: span(...withThing(hit, things)),
    ...(isStanding(hit, act, status) ? { news: false } : {}),
  }));
};
