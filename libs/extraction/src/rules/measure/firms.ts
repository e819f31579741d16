import { type Doc, type Mention, type Span } from '../../doc';
import { chineseFirms } from '../../lexicon/products';
import { has, mentions, type Party } from '../helpers';

const chinese: ReadonlySet<string> = new Set(chineseFirms.map((firm) => firm.split('|')[0] ?? firm));
/** Neither's, or of both. */
const others: ReadonlySet<string> = new Set(['nexperia', 'siemens', 'hanwha ocean', 'autotalks', 'trip com']);

/** Whose firm it is, null where it is neither's. */
export const firmSide = (firm: Mention): Party | null => {
  if (firm.kind !== 'firm' || others.has(firm.name)) return null;
  return chinese.has(firm.name) ? 'CN' : 'US';
};

/** Is a side in the span, by name or by a firm of its own? Xinjiang's goods and TikTok are China's. */
export const hasSide = (doc: Doc, part: Span, side: Party): boolean =>
  mentions(doc, part).some((m) => m.side === side || firmSide(m) === side) ||
  (side === 'CN' && has(doc, part, / (?:xinjiang|tiktok) /));
