// Rebuilds every model of the package from the shared data, with fixed seeds: pnpm --filter @attest/nlp train
//   --quick       a few hundred sentences and one epoch each, into a folder of its own: does everything still run?
//   --work DIR    where intermediate files go (default: .training in the package); --resume takes up what is there
//   --models DIR  where the models go (default: models in the package)
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LinearModel } from '../dist/linear.js';
import { SentenceSplitter } from '../dist/sentences.js';
import { writeCard } from '../training/card.mjs';
import { buildGazetteer, packGazetteer } from '../training/gazetteer.mjs';
import { lemmaTable } from '../training/lemmas.mjs';
import { nameCorpora, nameDev, scoreNameModel, trainNames } from '../training/names.mjs';
import { writeModels } from '../training/pack.mjs';
import * as parser from '../training/parser.mjs';
import { readConllu } from '../training/read.mjs';
import { scoreSentences, trainSentences } from '../training/sentences.mjs';
import { jackknife, loadTagger, scoreTagger, tagSet, trainTagger } from '../training/tagger.mjs';

const here = fileURLToPath(new URL('../', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
    work: { type: 'string' },
    models: { type: 'string' },
  },
});
const shared = process.env.ATTEST_SHARED ?? resolve(here, '../../../shared');
if (!existsSync(join(shared, 'data/ud/ewt-train.conllu')))
  throw new Error(`no treebanks in ${shared}/data/ud: set ATTEST_SHARED to the folder that holds data/`);
const work = resolve(flags.work ?? join(here, flags.quick ? '.training-quick' : '.training'));
const models = resolve(flags.models ?? (flags.quick ? join(work, 'models') : join(here, 'models')));
const SETTINGS = flags.quick
  ? {
      tagger: { epochs: 1, threshold: 11 },
      jackknife: { folds: 2, epochs: 1, threshold: 11 },
      sentences: { epochs: 2, seeds: [1], threshold: 2 },
      names: { epochs: 2, rate: 0.05, drop: 0.35, decay: 1e-5, seeds: [1], least: 2, threshold: 17 },
      parser: { epochs: 1, seed: 0 },
    }
  : {
      tagger: { epochs: 5, threshold: 11 },
      jackknife: { folds: 5, epochs: 4, threshold: 11 },
      sentences: { epochs: 8, seeds: [1, 2, 3, 4, 5], threshold: 2 },
      names: { epochs: 14, rate: 0.05, drop: 0.35, decay: 1e-5, seeds: [1, 2, 3], least: 2, threshold: 17 },
      parser: { epochs: 28, seed: 0 },
    };
if (!flags.resume) rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const log = (line) => console.log(`${Math.round(process.uptime())} s  ${line}`);

/** Result of a stage from its file, if we resume; else computed and written there. */
function stage(name, compute) {
  const file = join(work, name);
  if (flags.resume && existsSync(file)) return readFileSync(file);
  const bytes = compute();
  writeFileSync(file, bytes);
  log(`${name}: ${bytes.length} bytes`);
  return bytes;
}
const jsonStage = (name, compute) => JSON.parse(stage(name, () => Buffer.from(JSON.stringify(compute()))).toString());

/** Treebanks; no document of dev is in train. */
function treebanks() {
  const read = (name) => readConllu(join(shared, 'data/ud', `${name}.conllu`));
  const dev = { 'ewt-dev': read('ewt-dev'), 'gum-dev': read('gum-dev') };
  const held = new Set(Object.values(dev).flatMap((ss) => ss.map((s) => s.doc)));
  const all = [...read('ewt-train'), ...read('gum-train')];
  const train = all.filter((s) => !held.has(s.doc));
  log(`treebanks: ${train.length} sentences to train on, ${all.length - train.length} left out as documents of dev`);
  if (!flags.quick) return { train, dev };
  const few = Object.entries(dev).map(([name, ss]) => [name, ss.slice(0, 100)]);
  return { train: train.filter((_, i) => i % 40 === 0), dev: Object.fromEntries(few) };
}

const { train, dev } = treebanks();
const set = tagSet(train);
const taggerBytes = stage('tagger.bin', () => trainTagger(train, set, { ...SETTINGS.tagger, log }));
const tagger = loadTagger(taggerBytes, set.tags);
const figures = { train: train.length, words: train.reduce((n, s) => n + s.forms.length, 0) };
for (const [name, ss] of Object.entries(dev)) figures[name] = { tagger: scoreTagger(tagger, ss) };
const jackknifed = jsonStage('jackknife.json', () => jackknife(train, set, { ...SETTINGS.jackknife, log }));

const sentenceBytes = stage('sentences.bin', () => trainSentences(train, { ...SETTINGS.sentences, log }));
const splitter = new SentenceSplitter(LinearModel.unpack(new Uint8Array(sentenceBytes), 'sentences'));
for (const [name, ss] of Object.entries(dev)) figures[name].sentences = scoreSentences(splitter, ss);

const gazetteer = buildGazetteer(shared);
const seen = new Map(train.map((s, i) => [s.forms.join(' '), jackknifed[i]]));
const tagsOf = (forms) => seen.get(forms.join(' ')) ?? Array.from(tagger.tag(forms), (c) => set.tags[c]);
const corpora = nameCorpora(shared, flags.quick ? 40 : 1);
const names = jsonStage('names.json', () => {
  const { bytes, ...rest } = trainNames(corpora, gazetteer, tagsOf, { ...SETTINGS.names, log });
  return { ...rest, bytes: bytes.toString('base64') };
});
const nameBytes = Buffer.from(names.bytes, 'base64');
figures.names = scoreNameModel({ ...names, bytes: nameBytes }, gazetteer, tagger, nameDev(shared));
figures.corpora = Object.fromEntries(Object.entries(corpora).map(([k, c]) => [k, c.sentences.length]));

const folder = join(work, 'parser');
const meta = parser.parserMeta(train, set.tags);
const devTagged = Object.entries(dev).map(([name, sentences]) => ({
  name,
  sentences,
  tags: sentences.map((s) => Array.from(tagger.tag(s.forms), (c) => set.tags[c])),
}));
parser.writeParserData(folder, meta, train, jackknifed, devTagged);
const trained = flags.resume && existsSync(join(folder, 'model.f32'));
log(trained ? 'parser: trees of the weights that are there' : 'parser: trainer starts');
parser.runTrainer(folder, trained ? { ...SETTINGS.parser, epochs: 0 } : SETTINGS.parser);
const weights = parser.readWeights(folder);
for (const d of devTagged) {
  const agreement = parser.compareParser(folder, meta, weights, d);
  figures[d.name].parser = parser.compareParser(folder, meta, parser.unquantised(parser.quantise(weights)), d);
  figures[d.name].agreement = agreement.same;
  if (agreement.same < 99.5)
    throw new Error(`${d.name}: trainer and package agree on ${agreement.same.toFixed(2)} % of the words only`);
}

const files = {
  'tagger.bin': taggerBytes,
  'sentences.bin': sentenceBytes,
  'names.bin': nameBytes,
  'parser.bin': parser.quantise(weights),
  'words.txt': Buffer.from(`${meta.vocabulary.join('\n')}\n`),
  'lemmas.tsv': Buffer.from(`${lemmaTable(train).join('\n')}\n`),
  'gazetteer.txt': packGazetteer(gazetteer),
};
const total = writeModels(models, files, {
  tags: set.tags,
  labels: meta.labels,
  nameLabels: names.labels,
  nameTransitions: names.transitions,
  nameUnit: names.unit,
});
const date = new Date().toISOString().slice(0, 10);
writeCard(models, {
  ...figures,
  date,
  total,
  settings: SETTINGS,
  resumed: flags.resume,
  minutes: process.uptime() / 60,
});
log(`${total} bytes of models in ${models}`);
console.log(JSON.stringify(figures, undefined, 1));
