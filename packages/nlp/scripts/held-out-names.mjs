// What our own sentences bring on releases that the model has not seen: trains the names without `releases.txt` and
// `releases-2.txt`, once with and once without the other files of training/names, and measures on these two.
// One seed, 10 epochs, some minutes: node --max-old-space-size=8000 scripts/held-out-names.mjs
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadParts } from '../dist/load.js';
import { buildGazetteer } from '../training/gazetteer.mjs';
import { nameCorpora, ownSentences, scoreNameModel, trainNames } from '../training/names.mjs';

const shared = process.env.ATTEST_SHARED ?? resolve(fileURLToPath(new URL('../../../../', import.meta.url)), 'shared');
if (!existsSync(join(shared, 'data/ner')))
  throw new Error(`no name corpora in ${shared}/data/ner: set ATTEST_SHARED to the folder that holds data/`);
const { tagger } = loadParts();
const tagsOf = (forms) => Array.from(tagger.tag(forms), (c) => tagger.tags[c]);
const gazetteer = buildGazetteer(shared);
const held = (file) => /^releases(?:-2)?\.txt$/.test(file);
const options = { epochs: 10, rate: 0.05, drop: 0.35, decay: 1e-5, seeds: [1], least: 2, threshold: 17 };
for (const [title, sentences] of [
  ['without our own sentences', []],
  ['with the other files', ownSentences((file) => !held(file))],
]) {
  const corpora = { ...nameCorpora(shared), own: { sentences, weight: 1 } };
  const model = trainNames(corpora, gazetteer, tagsOf, options);
  const { releases: s } = scoreNameModel(model, gazetteer, tagger, { releases: ownSentences(held) });
  const types = Object.entries(s.byType).map(([t, v]) => `${t} ${v.toFixed(1)}`);
  const figures = `F1 ${s.f1.toFixed(1)}  P ${s.precision.toFixed(1)}  R ${s.recall.toFixed(1)}`;
  console.log(`${title.padEnd(26)} ${figures}  ${types.join('  ')}  n=${s.n}`);
}
