import { type Mention, type Span } from '../../doc';
import { type Hit } from '../rule';
import { thingsOf } from './subject';

/** American goods, firms or products that China keeps out (or the other way round). */
export const keptOut = (hit: Hit, part: Span): readonly Mention[] =>
  thingsOf(hit.doc, hit, part).filter((m) => !/fentanyl|tiktok|rare earths/.test(m.name.toLowerCase()));
