// How many names of a claim key are found exactly, with the right type: the aliases of persons, bodies and places.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TYPES = {
  Official: 'PER',
  Person: 'PER',
  Agency: 'ORG',
  Cartel: 'ORG',
  Organization: 'ORG',
  Country: 'LOC',
  Place: 'LOC',
};
const SMALL = /^(?:of|the|and|for|on|de|del|la|to|in|al|&|-)$/;
const TITLE =
  /^(?:(?:the|U\.S\.|Mexican|Chinese|Venezuelan|Montana|Virginia|Catholic news outlet|Office of National Drug Control Policy) )?(?:President|Secretary(?: of State)?|Senator|Sen\.|Attorney General|Foreign Minister|Director|leader) /;

/** The part of an alias that is a name: title and article cut; undefined if a word of it is written small. */
function properName(alias, type) {
  let name = alias.replace(/^(?:the|your) /i, '');
  if (type === 'PER') while (TITLE.test(name)) name = name.replace(TITLE, '');
  const words = name.split(/[\s-]+/);
  const proper = words.every((w, i) => /^[\p{Lu}]/u.test(w) || (i > 0 && SMALL.test(w)));
  const title = type === 'PER' && (TITLE.test(`${name} `) || /^(?:Attorney|President|Secretary)\b/.test(name));
  // Demonyms ("the Chinese") and the letter of a party are no names.
  if (/^(?:\p{Lu}|Chinese|Russian|Mexican|American)$/u.test(name)) return undefined;
  return proper && !title && !/[[\]()]|\. \./.test(name) ? name : undefined;
}

/** Names of the documents of a key: `{ document, name, type, places }`, longest first so that parts are not counted. */
export function corpusNames(folder) {
  const out = [];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.entities.jsonl'))
    .sort()) {
    const document = file.replace('.entities.jsonl', '.txt');
    const text = readFileSync(join(folder, document), 'utf8');
    const entities = readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const aliases = entities.flatMap((e) => e.aliases.map((alias) => ({ alias, type: TYPES[e.type] })));
    aliases.sort((a, b) => b.alias.length - a.alias.length || (a.alias < b.alias ? -1 : 1));
    const taken = new Uint8Array(text.length);
    const names = new Map();
    for (const { alias, type } of aliases) {
      const name = type === undefined ? undefined : properName(alias, type);
      for (const place of occurrences(text, alias)) {
        if (taken[place.start] === 1 || taken[place.end - 1] === 1) continue;
        taken.fill(1, place.start, place.end);
        if (name === undefined) continue;
        const start = place.end - (alias.length - alias.lastIndexOf(name));
        const key = `${name}\t${type}`;
        if (!names.has(key)) names.set(key, { document, name, type, places: [] });
        names
          .get(key)
          .places.push({ start: Math.max(place.start, start), end: Math.max(place.start, start) + name.length });
      }
    }
    out.push({ document, text, names: [...names.values()] });
  }
  return out;
}

function occurrences(text, alias) {
  const out = [];
  const inner = /\w/;
  for (let i = text.indexOf(alias); i >= 0; i = text.indexOf(alias, i + 1)) {
    const end = i + alias.length;
    if (inner.test(text.charAt(i - 1)) || inner.test(text.charAt(end))) continue;
    out.push({ start: i, end });
  }
  return out;
}

/** Shares of names (found at least once) and of mentions found exactly with the right type. */
export function scoreCorpus(documents, annotate) {
  const score = { names: 0, found: 0, mentions: 0, right: 0, missed: [] };
  for (const { document, text, names } of documents) {
    const doc = annotate(text);
    const spans = new Set(doc.names.map((n) => `${doc.start(n.start)}:${doc.end(n.end - 1)}:${n.type}`));
    for (const { name, type, places } of names) {
      // "City, State" is one alias in the key and two names by the conventions of the name corpora: the city will do.
      const city = type === 'LOC' && name.includes(', ') ? name.indexOf(', ') : -1;
      const found = (p, end) => spans.has(`${p.start}:${end}:${type}`);
      const right = places.filter((p) => found(p, p.end) || (city > 0 && found(p, p.start + city))).length;
      score.names++;
      score.mentions += places.length;
      score.right += right;
      if (right > 0) score.found++;
      if (right < places.length) score.missed.push(`${document.slice(0, 8)} ${type} ${name} ${right}/${places.length}`);
    }
  }
  return score;
}
