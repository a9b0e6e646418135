/** Section numbers of the U.S. Code: 1189, 2339B, 78dd-1, 285t–2, 460nnn-101. */
export const section = String.raw`\d{1,5}[a-zA-Z]{0,4}(?:[-–]\d{1,4}[a-zA-Z]{0,2}){0,3}`;
/** Parts and sections of the C.F.R.: 536.201, 708a.101, 109-38.301-1.50, 240.3a12-12, 1.411(a)(13)-1. */
export const cfrSection = String.raw`\d{1,4}[a-z]?(?:[-–]\d{1,3})?(?:\.\d{1,4}[a-zA-Z]{0,2}\d{0,3}(?:(?:\(\w{1,3}\)){0,3}[-–]\w{1,5}|\.\d{1,3}){0,5})?`;
export const subsections = String.raw`(?:\s?\((?:[a-zA-Z]{1,5}|\d{1,3})\)){0,8}`;
/** A section sign, the word, what scanners make of the sign ("S 1189"), or nothing. */
export const sign = String.raw`(?:§{1,3}|[Ss]ections?|[Ss]ecs?\.|[Ss]ects?\.|SECTIONS?|S\.?(?=\s\d)|SS(?=\s\d))?`;

export const fold = (text: string | undefined): string => (text ?? '').replaceAll('–', '-');
export const bare = (text: string | undefined): string => (text ?? '').replaceAll(/\s/gu, '');
/** A number without separators of thousands and leading zeros. */
export const plain = (text: string | undefined): string => (text ?? '').replaceAll(',', '').replace(/^0+(?=\d)/u, '');

/**
 * "1701-1706" is a range and "288-1" a section: a range goes up, within numbers of the same length, or is led by a double
 * sign. Null for one section.
 */
export function rangeOf(written: string, isDouble: boolean): readonly [string, string] | null {
  const [from, to, more] = fold(written).split('-');
  if (from === undefined || to === undefined || more !== undefined || !/^\d+$/u.test(from) || !/^\d+[a-z]?$/iu.test(to))
    return null;
  const rises = Number.parseInt(to, 10) > Number(from);
  return rises && (isDouble || (from.length > 2 && to.length === from.length)) ? [from, to] : null;
}
