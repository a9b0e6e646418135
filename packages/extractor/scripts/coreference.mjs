// Coreference inside documents, measured on GUM: CoNLL F1 (the mean of MUC, B³ and CEAF-φ4 by Pradhan et al. 2014) over the
// clusters of people, organisations and places that are named at least once, with their names and pronouns.
// A mention counts as found if it hangs at the same word as one of the key. Usage: node scripts/coreference.mjs [gum.dev.jsonl]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOntology } from '@attest/model';
import { readActors } from '../dist/index.js';

const shared = process.env['ATTEST_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;
const file = process.argv[2] ?? join(shared, 'data/tasks/gum.dev.jsonl');
if (!existsSync(file)) {
  console.error(`${file} is missing: set ATTEST_SHARED to the folder that holds data/.`);
  process.exit(2);
}
const ontology = loadOntology();
const pronoun =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|who|whom|whose|which|that|i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)$/iu;
const kinds = new Set(['person', 'organization', 'place']);

/** Clusters of mention keys with more than one member. */
const clustersOf = (pairs) => {
  const clusters = new Map();
  for (const [cluster, key] of pairs) clusters.set(cluster, new Set([...(clusters.get(cluster) ?? []), key]));
  return [...clusters.values()].filter((one) => one.size > 1);
};
const overlap = (a, b) => [...a].filter((one) => b.has(one)).length;

function muc(from, to) {
  let [hits, all] = [0, 0];
  for (const cluster of from) {
    const parts = new Set();
    let alone = 0;
    for (const one of cluster) {
      const at = to.findIndex((other) => other.has(one));
      if (at < 0) alone += 1;
      else parts.add(at);
    }
    hits += cluster.size - parts.size - alone;
    all += cluster.size - 1;
  }
  return [hits, all];
}
function bCubed(from, to) {
  let [hits, all] = [0, 0];
  for (const cluster of from)
    for (const one of cluster) {
      const other = to.find((candidate) => candidate.has(one));
      hits += other ? overlap(cluster, other) / cluster.size : 0;
      all += 1;
    }
  return [hits, all];
}
/** The best pairing of clusters, by the Hungarian method on a square of similarities. */
function bestPairing(a, b) {
  const n = Math.max(a.length, b.length);
  const gain = (i, j) => (a[i] && b[j] ? (2 * overlap(a[i], b[j])) / (a[i].size + b[j].size) : 0);
  const [u, v, p, way] = [Array(n + 1).fill(0), Array(n + 1).fill(0), Array(n + 1).fill(0), Array(n + 1).fill(0)];
  for (let i = 1; i <= n; i++) {
    p[0] = i;
    let j0 = 0;
    const [least, used] = [Array(n + 1).fill(Infinity), Array(n + 1).fill(false)];
    do {
      used[j0] = true;
      let [delta, next] = [Infinity, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const cost = -gain(p[j0] - 1, j - 1) - u[p[j0]] - v[j];
        if (cost < least[j]) [least[j], way[j]] = [cost, j0];
        if (least[j] < delta) [delta, next] = [least[j], j];
      }
      for (let j = 0; j <= n; j++)
        if (used[j]) [u[p[j]], v[j]] = [u[p[j]] + delta, v[j] - delta];
        else least[j] -= delta;
      j0 = next;
    } while (p[j0] !== 0);
    do [p[j0], j0] = [p[way[j0]], way[j0]];
    while (j0);
  }
  let sum = 0;
  for (let j = 1; j <= n; j++) if (p[j]) sum += gain(p[j] - 1, j - 1);
  return sum;
}

const totals = { muc: [0, 0, 0, 0], b3: [0, 0, 0, 0], ceaf: [0, 0, 0, 0] };
const add = (name, precision, recall) => {
  for (const [index, value] of [...precision, ...recall].entries()) totals[name][index] += value;
};
const f1 = ([hitsP, allP, hitsR, allR]) => {
  const [p, r] = [allP ? hitsP / allP : 0, allR ? hitsR / allR : 0];
  return { p: 100 * p, r: 100 * r, f: p + r ? (200 * p * r) / (p + r) : 0 };
};
let [mentions, clusters] = [0, 0];
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const document = JSON.parse(line);
  const { tied, headAt } = readActors(document.text, ontology);
  const marks = document.gold.filter((one) => one.kind === 'entity');
  const named = new Set(
    marks.filter((one) => one.named && kinds.has(one.type) && !pronoun.test(one.text)).map((one) => one.cluster),
  );
  const key = clustersOf(
    marks
      .filter((one) => named.has(one.cluster) && (one.named || pronoun.test(one.text)))
      .map((one) => [one.cluster, headAt(one.start, one.end)]),
  );
  // The key marks neither adjectives ("Mexican") nor relative pronouns; a noun with a large letter ("the Speaker") is a name.
  const isPlain = (one) =>
    one.form === 'pronoun'
      ? !/^(?:who|whom|whose|which|that)$/u.test(one.name)
      : one.form === 'nominal'
        ? one.linkable || /\b\p{Lu}/u.test(one.name)
        : one.linkable && !one.reason.includes('adjective of');
  const namedHere = new Set(
    tied.mentions.filter((one) => one.form !== 'pronoun' && isPlain(one)).map((one) => one.entity),
  );
  const answer = clustersOf(
    tied.mentions
      .filter(
        (one) =>
          one.entity !== null &&
          isPlain(one) &&
          namedHere.has(one.entity) &&
          /^(?:Person|Official|Agency|Organization|Cartel|Country|Place|Group)$/u.test(one.type),
      )
      .map((one) => [one.entity, one.head]),
  );
  mentions += key.reduce((sum, one) => sum + one.size, 0);
  clusters += key.length;
  add('muc', muc(answer, key), muc(key, answer));
  add('b3', bCubed(answer, key), bCubed(key, answer));
  const paired = bestPairing(key, answer);
  add('ceaf', [paired, answer.length], [paired, key.length]);
  if (process.env['VERBOSE']) console.log(document.id, key.length, answer.length);
}
const rows = Object.entries(totals).map(([name, sums]) => [name, f1(sums)]);
for (const [name, { p, r, f }] of rows)
  console.log(`${name.padEnd(5)} P ${p.toFixed(1)} R ${r.toFixed(1)} F1 ${f.toFixed(1)}`);
const mean = rows.reduce((sum, [, { f }]) => sum + f, 0) / rows.length;
console.log(
  `CoNLL F1 ${mean.toFixed(1)} (${clusters} clusters, ${mentions} mentions of named people, organisations and places)`,
);
