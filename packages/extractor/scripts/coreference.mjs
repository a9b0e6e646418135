// Coreference inside documents, measured on GUM: CoNLL F1 (the mean of MUC, B³ and CEAF-φ4 by Pradhan et al. 2014) over the
// clusters of people, organisations and places that are named at least once, with their names and pronouns.
// A mention is found if its stretch is the key's, or if it is the name or noun at which the key's stretch hangs (spans of
// GUM take in all that describes a name). Pronouns of the first and second person belong to whoever speaks and is spoken to;
// the figures are given with and without them.
// Usage: node scripts/coreference.mjs [gum.dev.jsonl]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOntology } from '@attest/model';
import { analyse } from '../dist/index.js';

const shared = process.env['ATTEST_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;
const file = process.argv[2] ?? join(shared, 'data/tasks/gum.dev.jsonl');
if (!existsSync(file)) {
  console.error(`${file} is missing: set ATTEST_SHARED to the folder that holds data/.`);
  process.exit(2);
}
const ontology = loadOntology();
const pronoun =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|who|whom|whose|which|that|i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)$/iu;
/** A pronoun, and not the country ("US President"). */
const isPronoun = (text) => pronoun.test(text) && text !== 'US';
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

/** One set of sums for each measure, over documents. */
class Totals {
  muc = [0, 0, 0, 0];
  b3 = [0, 0, 0, 0];
  ceaf = [0, 0, 0, 0];
  mentions = 0;
  clusters = 0;
  add(answer, key) {
    const put = (name, precision, recall) => {
      for (const [index, value] of [...precision, ...recall].entries()) this[name][index] += value;
    };
    put('muc', muc(answer, key), muc(key, answer));
    put('b3', bCubed(answer, key), bCubed(key, answer));
    const paired = bestPairing(key, answer);
    put('ceaf', [paired, answer.length], [paired, key.length]);
    this.mentions += key.reduce((sum, one) => sum + one.size, 0);
    this.clusters += key.length;
  }
  print(title) {
    const rows = ['muc', 'b3', 'ceaf'].map((name) => ({ name, ...f1(this[name]) }));
    const mean = rows.reduce((sum, { f }) => sum + f, 0) / rows.length;
    const parts = rows.map(({ name, p, r, f }) => `${name} ${p.toFixed(1)}/${r.toFixed(1)}/${f.toFixed(1)}`).join(', ');
    console.log(
      `${title}: CoNLL F1 ${mean.toFixed(1)} (${parts}; ${this.clusters} clusters, ${this.mentions} mentions)`,
    );
  }
}
const f1 = ([hitsP, allP, hitsR, allR]) => {
  const [p, r] = [allP ? hitsP / allP : 0, allR ? hitsR / allR : 0];
  return { p: 100 * p, r: 100 * r, f: p + r ? (200 * p * r) / (p + r) : 0 };
};
const nameRelations = /^(?:flat|compound|appos|nmod:desc|nmod:unmarked|dep)/u;
const speaking = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself)$/iu;

/** Whether a mention names what a stretch hangs at: its head, or a name that hangs at its head by name relations only. */
function hangsAt(doc, mention, span) {
  if (mention.start < span.start || mention.end > span.end) return mention.head === span.head;
  let at = mention.head;
  while (at !== span.head && at >= 0 && nameRelations.test(doc.deprel(at)) && doc.start(doc.head(at)) >= span.start)
    at = doc.head(at);
  return at === span.head;
}
function headIn(doc, start, end) {
  let [best, least] = [-1, Infinity];
  for (let token = 0; token < doc.length; token++) {
    if (doc.end(token) <= start || doc.start(token) >= end) continue;
    let [at, depth] = [token, 0];
    while (at >= 0) [at, depth] = [doc.head(at), depth + 1];
    if (depth < least) [best, least] = [token, depth];
  }
  return best;
}

/** Clusters of the key and of the answer over the same mention ids. */
function clustersOfDocument(document, isCounted) {
  const { tied, doc, reading } = analyse(
    { sourceId: 'text', file: 'text.txt', bytes: new TextEncoder().encode(document.text), meta: { kind: 'news' } },
    ontology,
  );
  const marks = document.gold
    .filter((one) => one.kind === 'entity')
    .map((one) => ({ ...one, start: reading.readingOffset(one.start), end: reading.readingOffset(one.end) }));
  const named = new Set(
    marks.filter((one) => one.named && kinds.has(one.type) && !isPronoun(one.text)).map((one) => one.cluster),
  );
  const wanted = marks.filter(
    (one) => named.has(one.cluster) && (one.named || isPronoun(one.text)) && isCounted(one.text),
  );
  // The key marks neither adjectives ("Mexican") nor relative pronouns; a noun with a large letter ("the Speaker") is a name.
  const isPlain = (one) =>
    one.form === 'pronoun'
      ? !/^(?:who|whom|whose|which|that)$/u.test(one.name)
      : one.form === 'nominal'
        ? one.linkable || /\b\p{Lu}/u.test(one.name)
        : !one.reason.includes('adjective of');
  const isActor = (one) => /^(?:Person|Official|Agency|Organization|Cartel|Country|Place|Group)$/u.test(one.type);
  const namedHere = new Set(
    tied.mentions.filter((one) => one.form !== 'pronoun' && isPlain(one)).map((one) => one.entity),
  );
  const given = tied.mentions.filter(
    (one) => one.entity !== null && isPlain(one) && namedHere.has(one.entity) && isActor(one) && isCounted(one.text),
  );
  const taken = new Map();
  for (const mark of wanted) {
    const exact = given.findIndex((one) => one.start === mark.start && one.end === mark.end);
    if (exact >= 0 && !taken.has(exact)) taken.set(exact, mark);
  }
  const done = new Set(taken.values());
  for (const mark of wanted.filter((one) => !done.has(one))) {
    const span = { start: mark.start, end: mark.end, head: headIn(doc, mark.start, mark.end) };
    const near = given
      .map((one, index) => [one, index])
      .filter(([one, index]) => !taken.has(index) && hangsAt(doc, one, span));
    const [best] = near.toSorted(([a], [b]) => b.end - b.start - (a.end - a.start));
    if (best) taken.set(best[1], mark);
  }
  const idOf = new Map([...taken].map(([index, mark]) => [mark, index]));
  return {
    key: clustersOf(wanted.map((mark, index) => [mark.cluster, idOf.get(mark) ?? `key ${index}`])),
    answer: clustersOf(given.map((one, index) => [one.entity, index])),
  };
}

const genres = new Set(['news', 'speech', 'interview']);
const [main, others, third] = [new Totals(), new Totals(), new Totals()];
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const document = JSON.parse(line);
  const all = clustersOfDocument(document, () => true);
  others.add(all.answer, all.key);
  if (!genres.has(document.genre)) continue;
  main.add(all.answer, all.key);
  const told = clustersOfDocument(document, (text) => !speaking.test(text) || text === 'US');
  third.add(told.answer, told.key);
}
main.print('news, speech, interview');
third.print('the same without first and second person');
others.print('all genres');
