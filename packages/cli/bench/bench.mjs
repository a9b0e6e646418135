// node bench/bench.mjs [PATH...] [--rounds 5]
// What each stage of the pipeline takes over the documents in PATH (by default corpus/), on one core, in one run: tokens per second
// and ratios. Needs the packages built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extractRecord } from '../../extractor/dist/index.js';
import { readDocument } from '../../extractor/dist/read/read-document.js';
import { buildGraph } from '../../graph/dist/index.js';
import { KeptGraph } from '../../graph-api/dist/store/kept-graph.js';
import { loadOntology } from '../../model/dist/index.js';
import { loadPipeline } from '../../nlp/dist/index.js';
import { compromiseReader, winkReader } from '../../nlp/evaluation/readers.mjs';
import { collect } from '../dist/collect.js';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
const { inputs } = collect(positionals.length > 0 ? positionals : [corpus], process.env.INIT_CWD ?? process.cwd());
if (inputs.length === 0) {
  console.error('no documents in the given paths');
  process.exit(2);
}
const ontology = loadOntology();
const start = performance.now();
const pipeline = loadPipeline();
const loadMs = performance.now() - start;
const texts = inputs.map((input) => readDocument(input).layout.reading.text);
const records = inputs.map((input) => extractRecord(input, ontology));
const tokens = texts.reduce((sum, text) => sum + pipeline.annotate(text).length, 0);
const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
const revisions = records.map(({ document }) => document.revision);
const kept = new KeptGraph(folder, 'bench', ontology);
kept.write(revisions, buildGraph(records, ontology));

const stages = {
  'read: bytes to zones and text': () => inputs.forEach((input) => readDocument(input)),
  'nlp: text to trees and names': () => texts.forEach((text) => pipeline.annotate(text)),
  'extract: bytes to records, all stages': () => inputs.forEach((input) => extractRecord(input, ontology)),
  'graph: records to the graph': () => buildGraph(records, ontology),
  'graph: taken from an earlier start': () => kept.read(revisions),
  'for comparison: wink-nlp, tags only': () => texts.forEach((text) => winkReader(text)),
  'for comparison: compromise, tags only': () => texts.forEach((text) => compromiseReader(text)),
};
const names = Object.keys(stages);
const taken = new Map(names.map((name) => [name, []]));
for (let round = 0; round <= Number(values.rounds); round += 1) {
  for (const name of round % 2 === 0 ? names : names.toReversed()) {
    const before = performance.now();
    stages[name]();
    // The first round only warms up.
    if (round > 0) taken.get(name).push(performance.now() - before);
  }
}
rmSync(folder, { recursive: true });
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = Object.fromEntries(names.map((name) => [name, median(taken.get(name))]));
const [, nlp, extract, fresh, again, wink, compromise] = names.map((name) => ms[name]);

console.log(
  `${inputs.length} documents, ${tokens} tokens, median of ${values.rounds} rounds; models loaded in ${loadMs.toFixed(0)} ms`,
);
for (const name of names) {
  const rate = Math.round(tokens / (ms[name] / 1000));
  console.log(`${name.padEnd(40)} ${ms[name].toFixed(1).padStart(9)} ms ${String(rate).padStart(9)} tokens/s`);
}
console.log(`speed of extract to that of nlp alone: ${(nlp / extract).toFixed(2)} (aim: at least 0.5)`);
console.log(
  `speed of nlp to wink-nlp: ${(wink / nlp).toFixed(2)}, to compromise: ${(compromise / nlp).toFixed(2)} (these give no trees)`,
);
console.log(`time of a kept graph to that of building it: ${(again / fresh).toFixed(2)}`);
