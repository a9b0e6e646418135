import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { titles } from './data.ts';
import { anyOf } from './found.ts';

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

/**
 * Titles with their names, legal statuses and other phrases that are parsed as one word. Of those that overlap a title
 * comes before a body, and a body before a phrase.
 */
export function unitsOf(text: string): readonly Unit[] {
  let found: readonly Unit[] = [];
  for (const pattern of [titled, bodies, phrases]) {
    const further = [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    found = merged(found, further);
  }
  return found;
}

/** Both lists in the order of the text, without those of the second that overlap one of the first. */
function merged(first: readonly Unit[], second: readonly Unit[]): readonly Unit[] {
  const all: Unit[] = [...first];
  let next = 0;
  for (const unit of second) {
    while ((first[next]?.end ?? Infinity) <= unit.start) next += 1;
    if ((first[next]?.start ?? Infinity) >= unit.end) all.push(unit);
  }
  return all.toSorted((a, b) => a.start - b.start);
}
