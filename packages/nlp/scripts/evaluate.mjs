// Prints the quality of the shipped models on the dev parts, beside wink-nlp and compromise where these have the layer.
// Data: ATTEST_SHARED or ../shared. Usage: evaluate.mjs [--models DIR] [--missed]
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createPipeline } from '../dist/pipeline.js';
import { loadParts } from '../dist/load.js';
import { countGold, countRaw, line } from '../evaluation/conll.mjs';
import { corpusNames, scoreCorpus } from '../evaluation/corpus-names.mjs';
import { compromiseNames, compromiseReader, ownReader, winkReader } from '../evaluation/readers.mjs';
import { scoreNames } from '../evaluation/score-names.mjs';
import { nameDev } from '../training/names.mjs';
import { readConllu } from '../training/read.mjs';

const { values: flags } = parseArgs({
  options: { models: { type: 'string' }, missed: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.ATTEST_SHARED ?? resolve(root, '../shared');
if (!existsSync(join(shared, 'data/ud'))) {
  console.log(`no treebanks in ${shared}/data/ud: set ATTEST_SHARED to the folder that holds data/`);
  process.exit(0);
}
const parts = loadParts(flags.models === undefined ? {} : { modelDir: flags.models });
const pipeline = createPipeline(parts);
const sorted = (o) => Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1));

const BASIC = ['tokens', 'sentences'];
const RAW = [...BASIC, 'UPOS', 'XPOS', 'UAS', 'LAS'];
const SYSTEMS = [
  ['attest', ownReader(pipeline), RAW],
  ['wink-nlp', winkReader, [...BASIC, 'UPOS']],
  ['compromise', compromiseReader, BASIC],
];
for (const set of ['ewt-dev', 'gum-dev']) {
  const sentences = readConllu(join(shared, 'data/ud', `${set}.conllu`));
  console.log(`\n${set}, raw text (F1 over aligned words)`);
  for (const [name, read, what] of SYSTEMS)
    console.log(`  ${name.padEnd(11)}`, line(countRaw(sentences, read).all, what));
  for (const [genre, n] of sorted(countRaw(sentences, SYSTEMS[0][1])))
    if (genre !== 'all') console.log(`    ${genre.padEnd(11)}`, line(n, RAW));
  console.log(`${set}, gold tokens, predicted tags`);
  for (const [genre, n] of sorted(countGold(sentences, parts)))
    console.log(`  ${genre.padEnd(13)}`, line(n, RAW.slice(2)));
}

console.log('\nnames, exact spans with type, gold tokens (wink-nlp has no such names)');
const tagsOf = (forms) => Array.from(parts.tagger.tag(forms), (c) => parts.tagger.tags[c]);
const own = (s) => parts.names.tag(s.forms, tagsOf(s.forms)).map((l) => l.label);
for (const [set, sentences] of Object.entries(nameDev(shared))) {
  for (const [name, predict] of [
    ['attest', own],
    ['compromise', (s) => compromiseNames(s.forms)],
  ]) {
    const s = scoreNames(sentences, predict);
    const types = Object.entries(s.byType).map(([t, v]) => `${t} ${v.toFixed(1)}`);
    const figures = `F1 ${s.f1.toFixed(2)}  P ${s.precision.toFixed(1)}  R ${s.recall.toFixed(1)}`;
    console.log(`  ${`${set} dev`.padEnd(13)} ${name.padEnd(11)} ${figures}  ${types.join('  ')}  n=${s.n}`);
  }
}

const key = [join(shared, 'gold/corpus'), join(root, 'corpus/key')].find((f) => existsSync(f));
if (key !== undefined) {
  const s = scoreCorpus(corpusNames(key), (text) => pipeline.annotate(text));
  const share = (a, b) => `${((100 * a) / b).toFixed(1)} % (${a} of ${b})`;
  console.log(`\nnames of the corpus documents found exactly, with type: ${share(s.found, s.names)}`);
  console.log(`mentions of them: ${share(s.right, s.mentions)}`);
  if (flags.missed) for (const m of s.missed) console.log(`  ${String(m)}`);
}
