/** Characters that mean the same and have the same length, so that every offset stays valid. */
const same: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    '`': "'",
    '´': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '−': '-',
    '―': '—',
    '％': '%',
    '﹪': '%',
    '＄': '$',
    '，': ',',
    '。': '.',
    '\t': ' ',
    '\r': '\n',
    '\f': '\n',
    '\v': '\n',
    '\u2028': '\n',
    '\u2029': '\n',
    '\u0085': '\n',
  }),
);
/** Spaces of all widths, zero-width and bidirectional marks, soft hyphen, byte-order mark, replacement character. */
const blank =
  /[\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufffd\0]/;
/** What is neither a line feed nor printable ASCII, and the backtick: few characters of a text. */
const unusual = /[^\n -_a-~]/g;

const plain = (character: string): string => same.get(character) ?? (blank.test(character) ? ' ' : character);

const entity: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&amp;': '&',
    '&quot;': '"',
    '&#34;': '"',
    '&#39;': "'",
    '&apos;': "'",
    '&nbsp;': ' ',
    '&#160;': ' ',
    '&lt;': ' ',
    '&gt;': ' ',
    '&mdash;': '—',
    '&ndash;': '-',
    '&rsquo;': "'",
    '&lsquo;': "'",
    '&ldquo;': '"',
    '&rdquo;': '"',
    '&#8217;': "'",
    '&#8216;': "'",
    '&#8220;': '"',
    '&#8221;': '"',
  }),
);
const padded = (text: string, length: number): string => text.padEnd(length, ' ');

const tagName = /^<\/?([a-zA-Z][a-zA-Z0-9]{0,10})/;
const blockTag =
  /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer|blockquote|figure|figcaption)$/i;
/** A tag is no longer than this; a `<` that finds no end is an ordinary character. */
const LONGEST_TAG = 2000;

const blankTag = (tag: string): string =>
  blockTag.test(tagName.exec(tag)?.[1] ?? '')
    ? padded('\n\n', tag.length).slice(0, tag.length)
    : ' '.repeat(tag.length);

/** Where the content of a script or style ends, or -1. */
const endOfCode = (text: string, tag: string, from: number): number => {
  const name = (tagName.exec(tag)?.[1] ?? '').toLowerCase();
  if ((name !== 'script' && name !== 'style') || tag.startsWith('</')) return -1;
  return text.indexOf(`</${name}`, from);
};

/** Blanks tags (and what stands in script and style), keeping the length. */
const withoutTags = (text: string): string => {
  if (!/<[a-zA-Z/!]/.test(text)) return text;
  const parts: string[] = [];
  let done = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    const close = /[a-zA-Z/!]/.test(text.charAt(at + 1)) ? text.slice(at, at + LONGEST_TAG).indexOf('>') : -1;
    if (close < 0) {
      at = text.indexOf('<', at + 1);
      continue;
    }
    const tag = text.slice(at, at + close + 1);
    const code = endOfCode(text, tag, at + tag.length);
    const end = code < 0 ? at + tag.length : code;
    parts.push(text.slice(done, at), code < 0 ? blankTag(tag) : ' '.repeat(end - at));
    done = end;
    at = text.indexOf('<', end);
  }
  parts.push(text.slice(done));
  return parts.join('');
};

/** The same text in plain characters, of exactly the same length: quotes, dashes, spaces, pasted HTML. */
export const normalize = (text: string): string =>
  withoutTags(text)
    .replace(/&#?[a-z0-9]{2,5};/g, (found) => padded(entity.get(found) ?? found, found.length))
    .replace(unusual, plain);
