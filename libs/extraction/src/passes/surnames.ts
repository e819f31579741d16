import { tokenAt, wordAt, type Mention, type Token } from '../doc';
import { mentionWith } from '../with';

/** "He" is a pronoun more often than Mr He. */
const doubtful = new Set(['he', 'she', 'an', 'so', 'long']);
const LONGEST_NAME = 3;

/** The surname of a Chinese person written in full: the first of two or three words. */
const surnameOf = (tokens: readonly Token[], m: Mention): string | null => {
  if (m.kind !== 'person' || m.side !== 'CN' || m.role === 'leader') return null;
  const [surname, given] = m.name.toLowerCase().split(' ');
  if (surname === undefined || given === undefined || doubtful.has(surname)) return null;
  for (let i = m.to - LONGEST_NAME; i < m.to; i += 1)
    if (wordAt(tokens, i) === surname && wordAt(tokens, i + 1) === given) return surname;
  return null;
};

/** "Guo Jiakun said … Guo added": the surname alone, once the full name has been told. Mentions sorted by `from`, in and out. */
export const surnames = (tokens: readonly Token[], mentions: readonly Mention[]): Mention[] => {
  const known = new Map<string, Mention>();
  const found: Mention[] = [];
  let i = 0;
  const readTo = (end: number): void => {
    for (; known.size > 0 && i < end; i += 1) {
      const person = known.get(wordAt(tokens, i));
      const alone = tokenAt(tokens, i).capital && !tokenAt(tokens, i + 1).capital;
      if (person !== undefined && alone) found.push(mentionWith(person, { from: i, to: i + 1 }));
    }
  };
  for (const m of mentions) {
    readTo(m.from);
    found.push(m);
    const surname = surnameOf(tokens, m);
    if (surname !== null) known.set(surname, m);
    i = m.to;
  }
  readTo(tokens.length);
  return found;
};
