import { type MeasureObservation } from '@app/contracts';
import { type Mention, type Span } from '../../doc';
import { bothSides, span, thirdParty, type Party } from '../helpers';
import { measure, type Draft, type Hit } from '../rule';
import { type Act, actOf } from './acts';
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
  }));
};
