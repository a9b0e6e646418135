// Trains the name model: conditional random field over the features of src/name-features.ts, several seeds averaged.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LinearModel } from '../dist/linear.js';
import { NAME_FEATURES, NameFeatures } from '../dist/name-features.js';
import { NameTagger } from '../dist/names.js';
import { Words } from '../dist/word.js';
import { numberFeatures, trainCrf } from './crf.mjs';
import { bracketed, columns, silver } from './read.mjs';
import { scoreNames } from '../evaluation/score-names.mjs';
import { companding, generator, pack } from './sparse.mjs';

const TYPES = ['PER', 'ORG', 'LOC', 'MISC'];
const NAME_LABELS = ['O', ...TYPES.flatMap((t) => [`B-${t}`, `I-${t}`])];
const PLAIN = { PER: 'PER', ORG: 'ORG', LOC: 'LOC', MISC: 'MISC' };
const UNER = { PER: 'PER', ORG: 'ORG', LOC: 'LOC' };
const POLITICS = {
  person: 'PER',
  politician: 'PER',
  organisation: 'ORG',
  politicalparty: 'ORG',
  location: 'LOC',
  country: 'LOC',
  election: 'MISC',
  event: 'MISC',
  misc: 'MISC',
};
const own = fileURLToPath(new URL('names/', import.meta.url));

/** Sentences of our own in the files that are wanted. */
export const ownSentences = (wanted = () => true) =>
  readdirSync(own)
    .filter((f) => f.endsWith('.txt') && wanted(f))
    .sort()
    .flatMap((f) => bracketed(join(own, f)));

/** The name corpora, each with how often it is seen in an epoch; `part` keeps one sentence of so many. */
export function nameCorpora(shared, part = 1) {
  const ner = (name) => join(shared, 'data/ner', name);
  const take = (sentences, weight) => ({ sentences: sentences.filter((_, i) => i % part === 0), weight });
  return {
    uner: take(columns(ner('uner-train.iob2'), UNER, { form: 1, label: 2 }), 1),
    politics: take(columns(ner('crossner-politics-train.txt'), POLITICS), 4),
    wikigold: take(columns(ner('wikigold.txt'), PLAIN, { separator: ' ' }), 1),
    silver: take(silver(join(shared, 'data/silver/silver.conllu.gz')), 1),
    own: take(ownSentences(), 1),
  };
}

export const nameDev = (shared) => ({
  uner: columns(join(shared, 'data/ner/uner-dev.iob2'), UNER, { form: 1, label: 2 }),
  politics: columns(join(shared, 'data/ner/crossner-politics-dev.txt'), POLITICS),
});

/** Copies of some sentences as headlines have them: every word with a capital, or all in capitals. */
function headlines(sentences) {
  const random = generator(11);
  const out = [];
  for (const s of sentences) {
    const r = random();
    if (r > 0.06 || s.forms.length > 30) continue;
    const write = r < 0.03 ? (f) => f.toUpperCase() : (f) => (f.length > 3 ? f[0].toUpperCase() + f.slice(1) : f);
    out.push({ ...s, forms: s.forms.map(write), tags: undefined });
  }
  return out;
}

/**
 * Trains and packs. `tagsOf` gives the joint tags of the words of a sentence; `corpora` as `nameCorpora` gives them.
 * Returns the packed weights, the labels and the transitions on the scale of the packed weights.
 */
export function trainNames(corpora, gazetteer, tagsOf, options) {
  const features = new NameFeatures(new Words(), new Map(gazetteer));
  const F = new Int32Array(NAME_FEATURES);
  const data = [];
  const take = (s, weight) => {
    features.read(s.forms, s.tags ?? tagsOf(s.forms));
    const rows = s.forms.map((_, i) => F.slice(0, features.fill(i, F)));
    data.push({ features: rows, gold: Uint8Array.from(s.labels, (l) => NAME_LABELS.indexOf(l)), weight });
  };
  for (const { sentences, weight } of Object.values(corpora)) {
    for (const s of sentences) take(s, weight);
    for (const s of headlines(sentences)) take(s, 1);
  }
  const table = numberFeatures(data, options.least);
  const models = options.seeds.map((seed) => trainCrf(data, table, NAME_LABELS, { ...options, seed }));
  const average = (pick) =>
    pick(models[0]).map((_, i) => models.reduce((sum, m) => sum + pick(m)[i], 0) / models.length);
  const weights = average((m) => m.weights);
  const transitions = average((m) => m.transitions);
  const scale = companding(weights);
  const N = NAME_LABELS.length;
  const bytes = pack({ keys: table.keyOf(), weights, classes: N, scale, threshold: options.threshold });
  return {
    bytes,
    labels: NAME_LABELS,
    transitions: Array.from(transitions, (v) => Math.round(v * scale * scale)),
    unit: scale * scale,
  };
}

/** Figures of packed weights on sentences with gold tokens, tagged by the package's tagger. */
export function scoreNameModel({ bytes, labels, transitions, unit }, gazetteer, tagger, sets) {
  const model = LinearModel.unpack(new Uint8Array(bytes), 'names');
  const names = new NameTagger({ labels, transitions, unit }, model, new Words(), new Map(gazetteer));
  const tags = (forms) => Array.from(tagger.tag(forms), (c) => tagger.tags[c]);
  const predict = (s) => names.tag(s.forms, tags(s.forms)).map((l) => l.label);
  return Object.fromEntries(Object.entries(sets).map(([name, ss]) => [name, scoreNames(ss, predict)]));
}
