import { inside, tokenAt, wordAt, type Doc, type Mention, type Sentence, type Side } from './doc';
import { chineseFirms } from './lexicon/products';
import { wordTable } from './vocabulary';

/**
 * What a sentence is about, by few whole words: trade; what the two share beside it, which said of both in one breath is the
 * tracker's matter all the same; that they were in contact; a market report, which names every country whose figures are due.
 */
type Topic = 'trade' | 'relation' | 'contact' | 'market';

const list = (topic: Topic, forms: string): [string, Topic][] =>
  forms.split(' ').map((form) => [form, topic]);

const topics = wordTable<Topic>([
  ...list(
    'trade',
    'tariff tariffs trade trading duty duties levy levies import imports export exports exporters sanctions sanction sanctioned entity chip chips semiconductor semiconductors soybean soybeans truce summit talks negotiators negotiations huawei tiktok blacklist blacklisted curbs restrictions ban bans banned licence licences license licenses earths',
  ),
  ...list(
    'relation',
    'deal war dispute conflict rivalry tension tensions tech technology ties relations relationship economic economies economically market markets agreement decoupling decouple competition standoff rift feud row spat thaw friction frictions diplomacy investment supply cooperation',
  ),
  ...list('contact', 'call called phone phoned met meet meets meeting spoke spoken visit visits'),
  ...list('market', 'stocks shares index futures yuan yen traders investors depositary'),
]);

const ofChina: ReadonlySet<string> = new Set(chineseFirms.map((f) => f.split('|')[0] ?? f));

/** Offices that only America has. */
const american: ReadonlySet<string> = new Set(['USTR', 'White House', 'US government']);

/** Whose the mention is in the gate's eyes: a Chinese firm stands for China, a place and a pronoun for nobody. */
const sideOf = (m: Mention): Side | null => {
  if (m.kind === 'pronoun' || m.place) return null;
  return m.kind === 'firm' && ofChina.has(m.name) ? 'CN' : m.side;
};

/** "Sino-US", "the world's two largest economies": the two without either one's name. "Both sides" may be anybody. */
const namesBoth = (doc: Doc, m: Mention): boolean => {
  if (m.side !== 'both' || m.kind === 'pronoun') return false;
  if (m.kind === 'people') return true;
  for (let i = m.from; i < m.to; i += 1)
    if (/^(?:largest|biggest|top|superpowers|giants)$/.test(wordAt(doc.tokens, i))) return true;
  return false;
};

/** "Commerce Ministry" is an office of many countries; with the country's name in front it is not. */
const isNamed = (doc: Doc, m: Mention): boolean =>
  m.kind !== 'institution' ||
  american.has(m.name) ||
  /^(?:us|american?|china|chinese)$/.test(wordAt(doc.tokens, m.from));

/** What one sentence says of who is concerned. */
export interface Scene {
  readonly us: boolean;
  readonly cn: boolean;
  readonly other: boolean;
  /** The two are named together: "US-China", "Washington and Beijing". */
  readonly bond: boolean;
  readonly trade: boolean;
  /** A word of trade or of what else the two share. */
  readonly matter: boolean;
  readonly market: boolean;
}

const joins = new Set('and or - / with the versus vs against'.split(' '));

/** "Washington and Beijing" and no third one beside them, as there is in a list of countries. */
const areJoined = (doc: Doc, a: Mention, b: Mention): boolean => {
  if (b.from - a.to > 2 || b.from === a.to) return false;
  for (let i = a.to; i < b.from; i += 1) if (!joins.has(wordAt(doc.tokens, i))) return false;
  return true;
};

const isPair = (a: Side | null, b: Side | null): boolean =>
  (a === 'US' && b === 'CN') || (a === 'CN' && b === 'US');

const hasBond = (doc: Doc, named: readonly Mention[]): boolean =>
  named.some((m, i) => {
    if (namesBoth(doc, m)) return true;
    const next = named[i + 1];
    if (next === undefined || !isPair(sideOf(m), sideOf(next)) || !areJoined(doc, m, next)) return false;
    const before = named[i - 1];
    const after = named[i + 2];
    return !(
      (before !== undefined && sideOf(before) === 'other' && m.from - before.to <= 2) ||
      (after !== undefined && sideOf(after) === 'other' && after.from - next.to <= 2)
    );
  });

const topicsOf = (doc: Doc, sentence: Sentence): ReadonlySet<Topic> => {
  const found = new Set<Topic>();
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const topic = topics[tokenAt(doc.tokens, i).word];
    if (topic !== undefined) found.add(topic);
  }
  return found;
};

/** Somebody of either side by name: a call or a meeting of theirs is news where trade is not named. */
const arePersons = (named: readonly Mention[]): boolean =>
  named.some((m) => m.kind === 'person' && m.side === 'US') &&
  named.some((m) => m.kind === 'person' && m.side === 'CN');

const sceneOf = (doc: Doc, sentence: Sentence): Scene => {
  const named = inside(doc.mentions, sentence).filter((m) => sideOf(m) !== null);
  const about = topicsOf(doc, sentence);
  const sides = new Set(named.map(sideOf));
  const bond = hasBond(doc, named);
  const trade = about.has('trade') || (about.has('contact') && arePersons(named));
  return {
    us: bond || sides.has('US'),
    cn: bond || sides.has('CN'),
    other: sides.has('other'),
    bond,
    trade,
    matter: trade || about.has('relation'),
    market: about.has('market'),
  };
};

const isTradeWar = (doc: Doc, i: number): boolean =>
  wordAt(doc.tokens, i) === 'trade' && /^(?:war|truce|dispute)$/.test(wordAt(doc.tokens, i + 1));

/** How often each is named, and what the sentences say of them. */
export interface Evidence {
  readonly us: number;
  readonly cn: number;
  readonly other: number;
  /** "The trade war" that China is in, and nobody else is named in: the one with America. */
  readonly war: boolean;
  readonly head: Scene | null;
  readonly scenes: ReadonlyMap<Sentence, Scene>;
}

export const evidenceOf = (doc: Doc): Evidence => {
  const sides = doc.mentions.map(sideOf);
  const count = (side: Side): number => sides.reduce((sum, s) => sum + Number(s === side), 0);
  const both = doc.mentions.some((m) => namesBoth(doc, m));
  const named = (side: Side): boolean =>
    both || doc.mentions.some((m, i) => sides[i] === side && isNamed(doc, m));
  const cn = named('CN');
  const war = cn && count('other') === 0 && doc.tokens.some((_, i) => isTradeWar(doc, i));
  const scenes = new Map(
    doc.sentences.filter((s) => !s.boilerplate).map((s) => [s, sceneOf(doc, s)] as const),
  );
  const first = doc.sentences[0];
  return {
    us: named('US') ? count('US') + count('both') : Number(war),
    cn: cn ? count('CN') + count('both') : 0,
    other: count('other'),
    war,
    head: first?.headline === true ? (scenes.get(first) ?? null) : null,
    scenes,
  };
};
