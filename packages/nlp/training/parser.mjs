// Writes the parser's training data, compiles and runs the trainer in C, packs its weights, compares it with the package.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashString } from '../dist/hash.js';
import { SIZES } from '../dist/parser-layout.js';
import { Parser } from '../dist/parser.js';
import { SENTENCE_CAP } from '../dist/sentences.js';
import { shape, vocabularyForm } from '../dist/word.js';
import { byCode } from './sparse.mjs';

const bucket = (text, size) => (hashString(text) >>> 0) % size;
const base = (label) => label.split(':')[0];

/** Vocabulary (forms seen at least twice, in order of appearance) and labels (at least five times, sorted). */
export function parserMeta(sentences, tags) {
  const words = new Map();
  const counts = new Map();
  for (const s of sentences) {
    for (const f of s.forms) words.set(vocabularyForm(f), (words.get(vocabularyForm(f)) ?? 0) + 1);
    for (const r of s.rels) counts.set(r, (counts.get(r) ?? 0) + 1);
  }
  const vocabulary = [...words].filter(([, c]) => c >= 2).map(([w]) => w);
  const labels = [...counts.keys()].filter((l) => counts.get(l) >= 5).sort(byCode);
  return { vocabulary, labels, tags, counts: words };
}

/** Writes sentences as the trainer reads them: ten integers for each word. */
function writeSentences(file, sentences, tags, meta) {
  const ids = new Map(meta.vocabulary.map((w, i) => [w, i + 2]));
  const labelOf = (r) => [r, base(r), 'dep'].map((l) => meta.labels.indexOf(l)).find((i) => i >= 0);
  const out = [sentences.length];
  for (const [i, s] of sentences.entries()) {
    out.push(s.forms.length);
    for (const [j, form] of s.forms.entries()) {
      const w = vocabularyForm(form);
      out.push(ids.get(w) ?? 1, meta.counts.get(w) ?? 0);
      out.push(bucket(w.slice(-3), SIZES.suffixes), bucket(w.slice(0, 3), SIZES.prefixes));
      out.push(bucket(shape(form), SIZES.shapes), Math.max(0, meta.tags.indexOf(tags[i][j])));
      out.push(s.heads[j], s.heads[j], labelOf(s.rels[j]), 0);
    }
  }
  writeFileSync(file, Buffer.from(Int32Array.from(out).buffer));
}

/** Everything the trainer needs, in `folder`. `dev` is a list of `{ name, sentences, tags }`. */
export function writeParserData(folder, meta, train, trainTags, dev) {
  mkdirSync(folder, { recursive: true });
  writeSentences(join(folder, 'train.bin'), train, trainTags, meta);
  for (const d of dev) writeSentences(join(folder, `${d.name}.bin`), d.sentences, d.tags, meta);
  const bases = meta.labels.map((l) => Math.max(meta.labels.indexOf(base(l)), -1)).map((b, i) => (b < 0 ? i : b));
  const numbers = [meta.vocabulary.length + 2, meta.labels.length, meta.tags.length, meta.labels.indexOf('root')];
  writeFileSync(join(folder, 'meta.txt'), [...numbers, ...bases].join(' '));
}

/** Compiles the trainer and runs it in `folder` on one core; it writes `model.f32` and `ewt-dev.out`, `gum-dev.out`. */
export function runTrainer(folder, { epochs, seed }) {
  const source = fileURLToPath(new URL('parser-trainer/trainer.c', import.meta.url));
  const flags = [
    '-O3',
    '-march=native',
    '-ffast-math',
    '-Wno-stringop-overflow',
    source,
    '-o',
    join(folder, 'trainer'),
    '-lm',
  ];
  const compiled = spawnSync(process.env.CC ?? 'cc', flags, { stdio: 'inherit' });
  if (compiled.status !== 0) throw new Error('the trainer does not compile: is a C compiler (cc) installed?');
  const run = spawnSync(join(folder, 'trainer'), [String(epochs), String(seed)], { cwd: folder, stdio: 'inherit' });
  if (run.status !== 0) throw new Error(`the trainer stopped with ${run.status ?? run.signal}`);
}

/** Weights as the trainer left them. */
export function readWeights(folder) {
  const raw = readFileSync(join(folder, 'model.f32'));
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

/** int8 in blocks of 64 with one scale each. */
export function quantise(weights) {
  const n = weights.length;
  const block = 64;
  const blocks = Math.ceil(n / block);
  const out = Buffer.alloc(8 + 4 * blocks + n);
  out.writeUInt32LE(n, 0);
  out.writeUInt32LE(block, 4);
  for (let i = 0; i < blocks; i++) {
    const part = weights.subarray(i * block, (i + 1) * block);
    const top = part.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-9);
    out.writeFloatLE(top / 127, 8 + 4 * i);
    part.forEach((v, j) => out.writeInt8(Math.round((v / top) * 127), 8 + 4 * blocks + i * block + j));
  }
  return out;
}

/** What the package reads from quantised weights. */
export function unquantised(bytes) {
  const n = bytes.readUInt32LE(0);
  const block = bytes.readUInt32LE(4);
  const at = 8 + 4 * Math.ceil(n / block);
  return Float32Array.from(
    { length: n },
    (_, i) => bytes.readInt8(at + i) * bytes.readFloatLE(8 + 4 * Math.floor(i / block)),
  );
}

/** UAS and LAS (subtypes ignored, punctuation counted) of the package's parser, and its agreement with the trainer's trees. */
export function compareParser(folder, meta, weights, { name, sentences, tags }) {
  const parser = new Parser({ vocabulary: meta.vocabulary, labels: meta.labels, tagCount: meta.tags.length }, weights);
  const trees = readFileSync(join(folder, `${name}.out`));
  const theirs = new Int32Array(trees.buffer.slice(trees.byteOffset, trees.byteOffset + trees.length));
  const n = { words: 0, uas: 0, las: 0, same: 0, compared: 0 };
  let at = 0;
  for (const [i, s] of sentences.entries()) {
    if (s.forms.length > SENTENCE_CAP) {
      at += 2 * s.forms.length;
      continue;
    }
    const tree = parser.parse(
      s.forms,
      tags[i].map((t) => Math.max(0, meta.tags.indexOf(t))),
    );
    for (let j = 0; j < s.forms.length; j++, at += 2) {
      n.words++;
      n.compared++;
      const label = meta.labels[tree.labels[j]];
      if (tree.heads[j + 1] === theirs[at] && tree.labels[j] === theirs[at + 1]) n.same++;
      if (tree.heads[j + 1] !== s.heads[j]) continue;
      n.uas++;
      if (base(label) === base(s.rels[j])) n.las++;
    }
  }
  const percent = (v) => (100 * v) / n.words;
  return { uas: percent(n.uas), las: percent(n.las), same: (100 * n.same) / n.compared, n: n.words };
}
