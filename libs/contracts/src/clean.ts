/** PostgreSQL's text takes no NUL, its jsonb no half of a surrogate pair; line ends and composed letters have one form here. */
export const clean = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** PostgreSQL keeps no NUL in a text: what holds one could be recorded, and no read model could be kept from it any more. */
export const isStorable = (text: string): boolean => !text.includes('\u0000');
