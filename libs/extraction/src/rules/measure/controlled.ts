import { type Doc, type Mention, type Span } from '../../doc';
import { has } from '../helpers';
import { type Hit } from '../rule';
import { thingsOf } from './subject';

/** What hardly anything but an export control is ever about, so that "curbs on" it says enough. */
const controlled: ReadonlySet<string> = new Set([
  'rare earths',
  'gallium',
  'germanium',
  'antimony',
  'graphite',
  'tungsten',
  'bismuth',
  'indium',
  'molybdenum',
  'superhard materials',
  'dual use items',
  'chips',
  'chipmaking equipment',
  'chip design software',
  'aircraft engines',
  'ethane',
  'nuclear equipment',
]);

export const isControlled = (things: readonly Mention[]): boolean =>
  things.some((m) => controlled.has(m.name.toLowerCase()));

/** Products around the trigger; fentanyl is no export of anybody's. */
export const productsNear = (hit: Hit, within: Span = hit.clause): readonly Mention[] =>
  thingsOf(hit.doc, hit, within).filter((m) => m.kind === 'product' && m.name !== 'fentanyl');

/** Technology told by no name of its own. */
export const technology =
  / (?:technolog(?:y|ies)|minerals|metals|critical|strategic|know - how|software|tools|equipment|tech|components?|parts|gear|machinery|hardware|products) /;

/** "China's exports", "sales to China": is either of the two where the goods come from or go to? */
export const isBetweenTheTwo = (doc: Doc, part: Span): boolean =>
  has(
    doc,
    part,
    / (?:to|for|with) (?:the )?(?:\w+ )?(?:china|chinese|us|u s|united states|america|american|140|\d+ chinese) /,
  );
