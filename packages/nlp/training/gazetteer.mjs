// The gazetteer: bits by lower-case entry, from the lists beside this file, compromise's lexicon and the shared data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { GAZETTEER_BITS as B } from '../dist/name-features.js';

const here = new URL('gazetteer/', import.meta.url);
const lines = (name) => readFileSync(new URL(name, here), 'utf8').trimEnd().split('\n');

/** compromise's tags that are taken over, in order of preference. */
const TAGS = [
  [['MaleName', 'FemaleName', 'FirstName'], B.firstName],
  [['LastName'], B.surname],
  [['Demonym'], B.demonym],
  [['Country'], B.country],
  [['City', 'Place', 'Region'], B.city],
  [['Organization', 'SportsTeam', 'Company'], B.body],
];

/** The table, sorted by entry. */
export function buildGazetteer(shared) {
  const table = new Map();
  const add = (entry, bit) => {
    const key = entry.trim().toLowerCase().replaceAll('’', "'");
    // The tokenizer splits at hyphens and before 's: entries are stored as its tokens, joined by blanks.
    const tokens = key.replace(/-/g, ' - ').replace(/'s\b/g, " 's").split(/\s+/);
    if (key === '' || tokens.length > 6 || /[\t\n]/.test(key)) return;
    for (const k of new Set([key, tokens.join(' ')])) table.set(k, (table.get(k) ?? 0) | bit);
  };
  for (const [name, bit] of [
    ['countries.txt', B.country],
    ['cities.txt', B.city],
    ['first-names.txt', B.firstName],
    ['surnames.txt', B.surname],
  ])
    for (const entry of lines(name)) add(entry, bit);
  for (const line of lines('own.tsv')) {
    const [bit, entries] = line.split('\t');
    if (B[bit] === undefined) throw new Error(`gazetteer/own.tsv: no such list: ${bit}`);
    for (const entry of entries.split(',')) add(entry, B[bit]);
  }
  for (const [entry, tag] of Object.entries(nlp.model().one.lexicon)) {
    const tags = [tag].flat();
    const found = TAGS.find(([names]) => names.some((n) => tags.includes(n)));
    if (found !== undefined) add(entry, found[1]);
  }
  for (const line of readFileSync(join(shared, 'data/gazetteer/gazetteer.jsonl'), 'utf8').trimEnd().split('\n'))
    addActor(JSON.parse(line), add);
  return [...table].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addActor(actor, add) {
  const names = [actor.name, ...actor.aliases].filter((n) => /^\p{Lu}/u.test(n) && n.length > 3);
  if (actor.subtype === 'armed_group') for (const n of names) add(n, B.group);
  else if (actor.type === 'person') {
    for (const n of names) add(n, B.person);
    add(actor.name.split(' ').at(-1), B.surname);
  } else if (actor.subtype === 'international' && /^IGO|^NGO|^MNC/.test(actor.meta.codes[0] ?? '')) {
    const person = actor.meta.codes.length > 1 || /secretary|ambassador|chief|envoy/i.test(actor.name);
    if (!person) for (const n of names) if (n.includes(' ')) add(n, B.body);
  }
}

/** The table as src/models.ts reads it: sorted by bits, each entry without what it shares with the one before. */
export function packGazetteer(table) {
  const byBits = new Map();
  for (const [entry, bits] of table) {
    if (byBits.has(bits)) byBits.get(bits).push(entry);
    else byBits.set(bits, [entry]);
  }
  let out = '';
  for (const [bits, entries] of [...byBits].sort(([a], [b]) => a - b)) {
    out += `=${bits}\n`;
    let before = '';
    for (const entry of entries) {
      let shared = 0;
      while (shared < 35 && shared < entry.length && entry[shared] === before[shared]) shared++;
      out += `${shared.toString(36)}${entry.slice(shared)}\n`;
      before = entry;
    }
  }
  return Buffer.from(out);
}
