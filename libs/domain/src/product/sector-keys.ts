import {
  AFTER_NAME,
  BEFORE_GENERIC,
  GENERIC,
  SECTORS,
  SERVING,
  VEHICLES,
  WHOLE_NAMES,
  type Sector,
} from './sectors';

/** `batteries` → `battery`, `buses` → `bus`, `cars` → `car`; steel and glass stay. */
const singular = (word: string): string => {
  if (/(?:ss|us|is)$/.test(word) || word.length < 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
};

const wordsOf = (phrase: string): readonly string[] => phrase.toLowerCase().match(/[\p{L}\p{N}$.]+/gu) ?? [];

interface Name {
  readonly words: readonly string[];
  readonly sector: Sector;
}

/** By their last word, the longer first: what a long name takes, no short one gets. */
const NAMES: ReadonlyMap<string, readonly Name[]> = ((): ReadonlyMap<string, readonly Name[]> => {
  const byLast = new Map<string, Name[]>();
  for (const sector of SECTORS) {
    for (const words of sector.names.map((name) => wordsOf(name).map(singular))) {
      const last = words.at(-1) ?? '';
      byLast.set(last, [...(byLast.get(last) ?? []), { words, sector }]);
    }
  }
  for (const names of byLast.values()) names.sort((a, b) => b.words.length - a.words.length);
  return byLast;
})();

const standsAt = ({ words }: Name, phrase: readonly string[], last: number): boolean =>
  words.every((word, i) => phrase[last - words.length + 1 + i] === word);

/** Is the noun phrase over after its word `last`, but for words that say nothing of their own? Else it is about something else: steel sinks. */
const isHead = (raw: readonly string[], phrase: readonly string[], last: number): boolean => {
  let next = last + 1;
  while (GENERIC.has(phrase[next] ?? '')) next += 1;
  if (next === last + 1 && BEFORE_GENERIC.has(phrase[last] ?? '')) return false;
  const word = raw[next];
  return word === undefined || AFTER_NAME.has(word) || /^\d/.test(word);
};

/** Does the name tell what another thing is for? Chargers for electric cars are no cars; a duty for cars is one on them. */
const servesAnother = (phrase: readonly string[], first: number): boolean => {
  const serving = phrase.slice(0, first).findLastIndex((word) => SERVING.has(word));
  return serving > 0 && !GENERIC.has(phrase[serving - 1] ?? '');
};

/** The first name that is the head of its noun phrase: what follows it tells of its use. */
const keyOfPhrase = (text: string): string | undefined => {
  const raw = wordsOf(text);
  const phrase = raw.map(singular);
  for (const last of phrase.keys()) {
    const name = NAMES.get(phrase[last] ?? '')?.find((one) => standsAt(one, phrase, last));
    if (name === undefined || !isHead(raw, phrase, last)) continue;
    const first = last - name.words.length + 1;
    const isAnother = name.sector.not?.includes(phrase[first - 1] ?? '') === true;
    if (!isAnother && !servesAnother(phrase, first)) return name.sector.key;
  }
  return undefined;
};

const APART = /[,;()]|\b(?:and|or|plus|including|among them|such as|like)\b/i;
const BARE_PARTS = /^\s*(?:their |its |spare )?parts\b/i;

/**
 * The sectors and products that a text names, in the order of the text: each where it is the head of its noun phrase. "Toy cars" are no
 * cars, "steel sinks" no steel, "soybean imports" soybeans.
 */
export const sectorKeys = (product: string): readonly string[] => {
  const whole: string[] = [];
  const rest = WHOLE_NAMES.reduce(
    (text, [pattern, key]) =>
      text.replace(pattern, () => {
        whole.push(key);
        return ',';
      }),
    product,
  );
  const keys: string[] = [];
  for (const phrase of rest.split(APART)) {
    const isOfVehicles = BARE_PARTS.test(phrase) && keys.some((key) => VEHICLES.has(key));
    const key = isOfVehicles ? 'car-parts' : keyOfPhrase(phrase);
    if (key !== undefined) keys.push(key);
  }
  return [...new Set([...whole, ...keys])];
};
