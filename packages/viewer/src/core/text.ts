/** Characters that turn the reading direction of what follows, or cannot be seen: names must not change the page around them. */
const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Characters as people count them, near enough: code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** A source's words for a line of the page: unseen characters fall away, white space becomes one space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r ]+/gu, ' ')
    .replace(unseen, '')
    .trim();

/** At most `most` characters, cut at the end with a dot for what is missing; no half characters. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  const characters = Array.from(line);
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * A source's words as they stand, for quotations: unseen characters are shown by their number, since hiding them would hide that
 * somebody put them there. Line breaks and tabs stay.
 */
export const asWritten = (text: string): string =>
  text.replace(unseen, (character) =>
    /[\t\n\r]/u.test(character)
      ? character
      : character === '\ufeff' || character === '\u00ad'
        ? ''
        : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
