import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { titles } from '../mention/data.ts';
import { anyOf } from '../mention/found.ts';

const words = z.array(z.string());
const data = z
  .strictObject({ phrases: words, bodies: words })
  .parse(parse(readFileSync(new URL('../../data/units.yaml', import.meta.url), 'utf8')));

/** A stretch that the parser takes as one word. */
export interface Unit {
  readonly start: number;
  readonly end: number;
}

const phrases = anyOf(
  data.phrases.flatMap((phrase) => [phrase, `${phrase}s`]),
  'giu',
);
const name = String.raw`\p{Lu}[\p{L}'-]*(?:\.(?= \p{Lu}))?(?: (?:(?:de|la|del|von|van|bin|al|de la) )?\p{Lu}[\p{L}'-]*(?:\.(?= \p{Lu}))?){0,4}`;
const titleWords = Object.keys(titles).flatMap((title) => [
  title,
  title.replaceAll(/(?<![\p{L}.])\p{Ll}/gu, (letter) => letter.toUpperCase()).replaceAll(' Of ', ' of '),
]);
const titled = new RegExp(`${anyOf(titleWords).source} ${name}`, 'gu');
const bodies = new RegExp(String.raw`(?<![\p{L}\p{N}])\p{Lu}\p{L}+ (?:${data.bodies.join('|')})(?![\p{L}\p{N}])`, 'gu');

/** Titles with their names, legal statuses and other phrases that are parsed as one word. */
export function unitsOf(text: string): readonly Unit[] {
  const found: Unit[] = [];
  for (const pattern of [titled, bodies, phrases])
    for (const match of text.matchAll(pattern)) {
      const unit = { start: match.index, end: match.index + match[0].length };
      const isClear = !found.some((other) => unit.start < other.end && other.start < unit.end);
      if (isClear) found.push(unit);
    }
  return found.toSorted((a, b) => a.start - b.start);
}
