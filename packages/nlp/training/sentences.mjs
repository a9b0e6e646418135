// Trains the sentence splitter: averaged perceptron over the places where the package asks its model.
import { SENTENCE_FEATURES, boundary, fillSentenceFeatures } from '../dist/sentences.js';
import { tokenize } from '../dist/tokenizer.js';
import { Perceptron, best } from './perceptron.mjs';
import { documents, rawText } from './read.mjs';
import { companding, generator, pack, shuffle } from './sparse.mjs';

/** Places between tokens with their features and whether a sentence ends there. */
function places(sentences) {
  const F = new Int32Array(SENTENCE_FEATURES);
  const out = [];
  for (const doc of documents(sentences)) {
    const { text, edges } = rawText(doc);
    const tokens = tokenize(text);
    const ends = new Set(edges.map(([, end]) => end));
    let quotes = 0;
    for (let i = 0; i + 1 < tokens.starts.length; i++) {
      if (/["“”]/.test(text.charAt(tokens.starts[i]))) quotes++;
      const end = ends.has(tokens.ends[i]) ? 1 : 0;
      if (boundary(text, tokens, i) === undefined)
        out.push({ features: F.slice(0, fillSentenceFeatures(F, text, tokens, i, quotes)), end });
      if (end === 1) quotes = 0;
    }
  }
  return out;
}

/** Packed weights; the models of several orders of the examples are averaged. */
export function trainSentences(sentences, { epochs, seeds, threshold, log }) {
  const examples = places(sentences);
  const scores = new Float32Array(2);
  const total = new Map();
  for (const seed of seeds) {
    const model = new Perceptron(2);
    const random = generator(seed);
    const order = [...examples];
    for (let e = 0; e < epochs; e++) {
      for (const { features, end } of shuffle(order, random)) {
        model.score(features, features.length, scores);
        const found = best(scores, 2);
        if (found !== end) model.update(features, features.length, end, found);
        model.tick();
      }
    }
    const { keys, weights } = model.average();
    for (const [row, key] of keys.entries()) {
      const sum = total.get(key) ?? [0, 0];
      total.set(key, [sum[0] + weights[2 * row], sum[1] + weights[2 * row + 1]]);
    }
  }
  log?.(`sentences: ${examples.length} places, ${total.size} features`);
  const weights = Float32Array.from([...total.values()].flat());
  return pack({ keys: [...total.keys()], weights, classes: 2, scale: companding(weights), threshold });
}

/** Sentence F1 on raw text, in percent. */
export function scoreSentences(splitter, sentences) {
  const n = { gold: 0, found: 0, right: 0 };
  for (const doc of documents(sentences)) {
    const { text, edges } = rawText(doc);
    const tokens = tokenize(text);
    const gold = new Set(edges.map((e) => e.join(':')));
    let first = 0;
    for (const end of splitter.split(text, tokens)) {
      n.found++;
      if (gold.has(`${tokens.starts[first]}:${tokens.ends[end - 1]}`)) n.right++;
      first = end;
    }
    n.gold += gold.size;
  }
  return (200 * n.right) / (n.gold + n.found);
}
