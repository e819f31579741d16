import { memo } from './memo';

const SMALL =
  /\b(the|a|an|of|on|in|and|for|to|from|with|by|its|their|some|all|other|certain|us|u\.s\.|american|chinese|china|china's|america's)\b/g;

/** The form of a short free text in which two of the same are equal: `Rare earths` → `rare-earths`. */
export const slug = memo(
  (text: string): string =>
    text
      .toLowerCase()
      .replace(SMALL, ' ')
      .replace(/\baluminum\b/g, 'aluminium')
      .replace(/[^\p{L}\p{N}$.]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'unnamed',
);
