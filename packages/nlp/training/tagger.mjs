// Trains the tagger (averaged perceptron) and gives jackknifed tags: each document is tagged by a model that has not seen it.
import { hashString } from '../dist/hash.js';
import { LinearModel } from '../dist/linear.js';
import { START, TAG_FEATURES, Tagger, fillTagFeatures } from '../dist/tagger.js';
import { Words } from '../dist/word.js';
import { Perceptron, best } from './perceptron.mjs';
import { byCode, companding, generator, pack, shuffle } from './sparse.mjs';

const PADS = [
  ['<s2>', '<s1>'],
  ['<e1>', '<e2>'],
];

/** The joint tags that occur at least five times, sorted, with the most frequent one of each UPOS for the rare ones. */
export function tagSet(sentences) {
  const counts = new Map();
  for (const s of sentences) for (const t of joint(s)) counts.set(t, (counts.get(t) ?? 0) + 1);
  const tags = [...counts.keys()].filter((t) => counts.get(t) >= 5).sort(byCode);
  const usual = new Map();
  for (const t of tags) {
    const upos = t.split('|')[0];
    if (!usual.has(upos) || counts.get(t) > counts.get(usual.get(upos))) usual.set(upos, t);
  }
  const index = (t) => tags.indexOf(tags.includes(t) ? t : (usual.get(t.split('|')[0]) ?? tags[0]));
  const cache = new Map([...counts.keys()].map((t) => [t, index(t)]));
  return { tags, index: (t) => cache.get(t) ?? index(t) };
}

const joint = (s) => s.upos.map((u, i) => `${u}|${s.xpos[i]}`);

/** Packed weights of a tagger trained on the sentences. */
export function trainTagger(sentences, { tags, index }, { epochs, threshold, seed = 1, log }) {
  const words = new Words();
  const F = new Int32Array(TAG_FEATURES);
  const scores = new Float32Array(tags.length);
  const model = new Perceptron(tags.length);
  const gold = sentences.map((s) => Uint8Array.from(joint(s), index));
  const order = sentences.map((_, i) => i);
  const random = generator(seed);
  for (let e = 0; e < epochs; e++) {
    let right = 0;
    let all = 0;
    for (const at of shuffle(order, random)) {
      const seen = [...PADS[0], ...sentences[at].forms, ...PADS[1]].map((f) => words.get(f));
      let [t1, t2] = START;
      for (const [i, g] of gold[at].entries()) {
        const n = fillTagFeatures(F, seen, i, t1, t2);
        model.score(F, n, scores);
        const found = best(scores, tags.length);
        all++;
        if (found === g) right++;
        else model.update(F, n, g, found);
        model.tick();
        t2 = t1;
        t1 = found;
      }
    }
    log?.(`tagger epoch ${e + 1}/${epochs} right ${((100 * right) / all).toFixed(2)} %`);
  }
  const { keys, weights } = model.average();
  const scale = companding(weights, 0.99999);
  return pack({ keys, weights, classes: tags.length, scale, threshold });
}

/** A tagger over packed weights, as the package runs it. */
export const loadTagger = (bytes, tags) =>
  new Tagger(tags, LinearModel.unpack(new Uint8Array(bytes), 'tagger'), new Words());

/** Joint tags of every sentence, each from a model trained on the other folds of documents. */
export function jackknife(sentences, set, { folds, epochs, threshold, log }) {
  const fold = sentences.map((s) => (hashString(s.doc) >>> 3) % folds);
  const out = sentences.map(() => []);
  for (let k = 0; k < folds; k++) {
    const rest = sentences.filter((_, i) => fold[i] !== k);
    const tagger = loadTagger(trainTagger(rest, set, { epochs, threshold }), set.tags);
    let right = 0;
    let all = 0;
    for (const [i, s] of sentences.entries()) {
      if (fold[i] !== k) continue;
      out[i] = Array.from(tagger.tag(s.forms), (c) => set.tags[c]);
      for (const [j, t] of out[i].entries()) if (t.split('|')[0] === s.upos[j]) right++;
      all += s.forms.length;
    }
    log?.(`fold ${k + 1}/${folds}: UPOS ${((100 * right) / all).toFixed(2)} % of ${all}`);
  }
  return out;
}

/** Share of right UPOS and XPOS on gold tokens, in percent. */
export function scoreTagger(tagger, sentences) {
  const n = { words: 0, upos: 0, xpos: 0 };
  for (const s of sentences) {
    for (const [i, c] of tagger.tag(s.forms).entries()) {
      const [upos, xpos] = tagger.tags[c].split('|');
      n.words++;
      if (upos === s.upos[i]) n.upos++;
      if (xpos === s.xpos[i]) n.xpos++;
    }
  }
  return { upos: (100 * n.upos) / n.words, xpos: (100 * n.xpos) / n.words, n: n.words };
}
