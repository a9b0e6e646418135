import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const list = z.array(z.string());
const data = z
  .object({ abbreviations: z.record(z.string(), z.string()), bodies: list, press: list, wholes: list, stops: list })
  .parse(parse(readFileSync(new URL('../../../data/cited-works.yaml', import.meta.url), 'utf8')));

const anyOf = (words: readonly string[]): string => words.map((word) => word.replaceAll('.', String.raw`\.`)).join('|');
const abbreviation = new RegExp(
  String.raw`(?<![\p{L}'])(?<short>${anyOf(Object.keys(data.abbreviations))})(?:\.(?!\w)|(?=[\s,)]|$)(?<=')|(?<=')(?=[\s,)]|$))`,
  'gu',
);
const quoted = new RegExp(
  String.raw`(?<![\p{L}])(?<short>${anyOf(Object.keys(data.abbreviations).filter((key) => key.includes("'")))})\.?(?![\p{L}])`,
  'gu',
);
const body = new RegExp(String.raw`(?<![\p{L}])(?:${anyOf(data.bodies)})(?![\p{L}])|^The White House$`, 'u');
const press = new RegExp(String.raw`^(?:The )?(?:\p{Lu}[\p{L}.&-]* ){0,4}(?:${anyOf(data.press)})$`, 'u');
const whole = new RegExp(String.raw`^(?:${anyOf(data.wholes)}) (?:from|to|of|by|with)\b`, 'u');
/** Small capitals come out as capitals: "WALL ST. J.". */
const stops = [...data.stops, ...data.stops.filter((word) => word.length < 5).map((word) => word.toUpperCase())];
const stop = new RegExp(String.raw`(?:^|[\s("'*,-])(?:${anyOf(stops)}|(?:\p{Lu}\.){0,3}\p{Lu})$`, 'u');

/** A name with its abbreviations written out: "Ky. Office of Drug Control Policy" → "Kentucky Office of Drug Control Policy". */
export const writtenOut = (name: string): string =>
  name
    .replaceAll(quoted, (short) => data.abbreviations[short.replace(/\.$/u, '')] ?? short)
    .replaceAll(abbreviation, (short) => data.abbreviations[short.replace(/\.$/u, '')] ?? short)
    .replaceAll(/\bU\.S(?![.\p{L}])/gu, 'U.S.');

/** A body or a paper that publishes: "Centers for Disease Control and Prevention", "AP News". */
export const isPublisher = (name: string): boolean => isBody(name) || press.test(name);
/** A body that can stand before the title as its author; titles are longer or have a colon. */
export const isBody = (name: string): boolean =>
  (body.test(name) || /^U\.\s?S\.? /u.test(name)) && name.split(' ').length < 14 && !name.includes(':');
export const isWhole = (title: string): boolean => whole.test(title);
/** Whether the period behind `before` ends no sentence. */
export const isStop = (before: string): boolean => stop.test(before.slice(-16));

const name = String.raw`\p{Lu}[\p{L}'’-]*\.?(?: (?:de|la|del|van|von|bin|al))?(?: \p{Lu}[\p{L}'’-]*\.?){1,3}`;
const people = new RegExp(String.raw`^${name}(?:(?:,| &| and) ${name}){0,4}(?:,? et al\.?)?$`, 'u');
/** "Liana W. Rosen et al.", "Anne Zhang & Sean Tseng". */
export const isPeople = (text: string): boolean => people.test(text) && !isBody(text);
