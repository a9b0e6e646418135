// Packs what the training left in a folder into models/: node scripts/pack-models.mjs FOLDER
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = process.argv[2];
if (from === undefined) throw new Error('usage: pack-models.mjs FOLDER');
const models = new URL('../models/', import.meta.url);
mkdirSync(models, { recursive: true });
const json = (name) => JSON.parse(readFileSync(join(from, name), 'utf8'));

/** int8 in blocks of 64 with one scale each. */
function quantise(raw) {
  const weights = new Float32Array(raw.buffer, raw.byteOffset, raw.length / 4);
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

const meta = json('run/meta.json');
const names = json('ner.json');
const { tags } = json('tagger.json');
if (tags.join(' ') !== meta.tags.join(' ')) throw new Error('tagger and parser know different tags: train both again');
const files = {
  'tagger.bin': readFileSync(join(from, 'tagger.bin')),
  'sentences.bin': readFileSync(join(from, 'sbd.bin')),
  'names.bin': readFileSync(join(from, 'ner.bin')),
  'parser.bin': quantise(readFileSync(join(from, 'run/model.f32'))),
  'words.txt': Buffer.from(`${meta.V.join('\n')}\n`),
  'lemmas.tsv': readFileSync(join(from, 'lemmas.tsv')),
  'gazetteer.tsv': readFileSync(join(from, 'gazetteer.tsv')),
};
const sha256 = {};
let total = 0;
for (const [name, data] of Object.entries(files)) {
  writeFileSync(new URL(name, models), data);
  sha256[name] = createHash('sha256').update(data).digest('hex');
  total += data.length;
}
const manifest = { sha256, tags, labels: meta.labs, nameLabels: names.labels, nameTransitions: names.transitions };
writeFileSync(new URL('manifest.json', models), `${JSON.stringify(manifest)}\n`);
console.log(`${total} bytes in ${Object.keys(files).length} files`);
