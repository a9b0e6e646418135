import { spend } from '../limits.ts';

// Texts count in code points, as on Neo4j; JavaScript counts in UTF-16 units, of which a pair may be one point.

const CHUNK = 4096;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The code point at a place, as a text; empty at the end. */
export function pointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The code point before a place, as a text; empty at the start. */
export function pointBefore(text: string, at: number): string {
  const pair = isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2));
  return text.slice(Math.max(0, at - (pair ? 2 : 1)), at);
}

/** The place after so many code points from a place, or the end of the text. */
export function skipPoints(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left -= 1) {
    if (left % CHUNK === 0) spend(CHUNK >> 4);
    at += isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return at;
}

/** How many code points a text has. */
export function pointCount(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    if (at % CHUNK === 0) spend(CHUNK >> 4);
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) count -= 1;
  }
  return count;
}

/** The code points in the other order. */
export function reversed(text: string): string {
  const parts: string[] = [];
  for (let end = text.length; end > 0;) {
    let start = Math.max(0, end - CHUNK);
    if (start > 0 && isLow(text.charCodeAt(start)) && isHigh(text.charCodeAt(start - 1))) start -= 1;
    spend(CHUNK >> 2);
    parts.push(Array.from(text.slice(start, end)).reverse().join(''));
    end = start;
  }
  return parts.join('');
}
