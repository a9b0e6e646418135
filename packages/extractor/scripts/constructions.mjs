/**
 * Prints how many claims come out of test/constructions.yaml: every verb in every construction, with actors that a fixed
 * sequence picks. A claim counts if act, agent and target are those of the sentence. --missed lists the sentences that fail.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadOntology } from '@attest/model';
import { extractRecord } from '@attest/extractor';

const data = parse(readFileSync(new URL('../test/constructions.yaml', import.meta.url), 'utf8'));
const ontology = loadOntology();
const plural = new Set(data.plural);
const bare = (name) =>
  name
    .toLowerCase()
    .replace(/^(?:the|a|two|three) /u, '')
    .replaceAll('’', "'");

let state = 7;
const pick = (list) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return list[state % list.length];
};

function sentence(pattern, [, base, third, past, pp, ing, prep, , , tail], agent, target) {
  const many = plural.has(agent);
  const words = {
    a: agent,
    t: target,
    base,
    third,
    past,
    pp,
    ing,
    prep,
    tail,
    was: plural.has(target) ? 'were' : 'was',
    'was-a': many ? 'were' : 'was',
    is: many ? 'are' : 'is',
    it: many ? 'they' : 'it',
  };
  const text = pattern.replaceAll(/\{([a-z-]+)\}/gu, (_, name) => words[name]).replaceAll(/ +(?=[ ,.])/gu, '');
  return text[0].toUpperCase() + text.slice(1);
}

function cameOut(text, [act, lemma], agent, target) {
  const bytes = new TextEncoder().encode(`${text}\n`);
  const { entities, claims } = extractRecord(
    { sourceId: 'a.txt', file: 'a.txt', bytes, meta: { kind: 'news' } },
    ontology,
  );
  const isCalled = (id, name) => {
    const entity = entities.find((one) => one.id === id);
    const names = entity ? [entity.name, ...entity.aliases].map(bare) : [];
    return names.some(
      (one) => one === bare(name) || one.endsWith(bare(name)) || (bare(name).endsWith(one) && one.length > 3),
    );
  };
  return claims.some(
    (one) =>
      one.act === act &&
      (lemma === undefined || one.lemma === lemma) &&
      isCalled(one.agent, agent) &&
      isCalled(one.target, target),
  );
}

const rows = Object.keys(data.constructions).map((name) => ({ name, found: 0, all: 0 }));
const missed = [];
for (const verb of data.verbs)
  for (const row of rows) {
    const [agent, target] = [pick(data.agents[verb[7]]), pick(data.targets[verb[8]])];
    const text = sentence(data.constructions[row.name], verb, agent, target);
    row.all += 1;
    if (cameOut(text, verb[0].split(':'), agent, target)) row.found += 1;
    else missed.push(`${row.name}: ${text}`);
  }
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
for (const { name, found, all } of rows.toSorted((a, b) => a.found / a.all - b.found / b.all))
  console.log(`${name.padEnd(22)} ${found} of ${all}`);
console.log(`\nall ${sum('found')} of ${sum('all')} (${((100 * sum('found')) / sum('all')).toFixed(1)} %)`);
if (process.argv.includes('--missed')) console.log(`\n${missed.join('\n')}`);
