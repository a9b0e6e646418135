// Figures as the CoNLL 2018 shared task defines them: words are aligned by their characters, F1 over aligned words,
// subtypes of relations ignored, punctuation counted.
import { SENTENCE_CAP } from '../dist/sentences.js';
import { documents, rawText } from '../training/read.mjs';

const base = (rel) => rel.split(':')[0];
const empty = () => ({
  gold: 0,
  found: 0,
  tokens: 0,
  upos: 0,
  xpos: 0,
  uas: 0,
  las: 0,
  sentGold: 0,
  sentFound: 0,
  sents: 0,
});

/** Counts over raw texts, by genre and together (`all`). */
export function countRaw(sentences, read) {
  const byGenre = { all: empty() };
  for (const doc of documents(sentences)) {
    const genre = doc[0].genre;
    byGenre[genre] ??= empty();
    const one = countDocument(doc, read);
    for (const n of [byGenre.all, byGenre[genre]]) for (const [k, v] of Object.entries(one)) n[k] += v;
  }
  return byGenre;
}

function countDocument(doc, read) {
  const { text, words, edges } = rawText(doc);
  const { tokens, sentences } = read(text);
  const n = {
    ...empty(),
    gold: words.length,
    found: tokens.length,
    sentGold: edges.length,
    sentFound: sentences.length,
  };
  const gold = new Set(edges.map((e) => e.join(':')));
  n.sents = sentences.filter((s) => gold.has(s)).length;
  const byEdge = new Map(tokens.map((t) => [`${t.start}:${t.end}`, t]));
  const edgeOf = new Map(words.map((w) => [`${doc.indexOf(w.sentence)}:${w.index}`, `${w.start}:${w.end}`]));
  let at = 0;
  let before;
  for (const w of words) {
    if (w.sentence !== before) at = doc.indexOf((before = w.sentence), at);
    const t = byEdge.get(`${w.start}:${w.end}`);
    if (t === undefined) continue;
    n.tokens++;
    if (t.upos === w.sentence.upos[w.index]) n.upos++;
    if (t.xpos === w.sentence.xpos[w.index]) n.xpos++;
    const h = w.sentence.heads[w.index];
    if (t.head !== (h === 0 ? 'root' : edgeOf.get(`${at}:${h - 1}`))) continue;
    n.uas++;
    if (base(t.rel) === base(w.sentence.rels[w.index])) n.las++;
  }
  return n;
}

/** Counts on gold tokens and sentences with predicted tags, by genre and together. */
export function countGold(sentences, { tagger, parser }) {
  const byGenre = { all: empty() };
  for (const s of sentences) {
    if (s.forms.length > SENTENCE_CAP) continue;
    const n = (byGenre[s.genre] ??= empty());
    const tags = tagger.tag(s.forms);
    const tree = parser.parse(s.forms, tags);
    for (const [i, form] of s.forms.entries()) {
      const [upos, xpos] = tagger.tags[tags[i]].split('|');
      const head = tree.heads[i + 1] === s.heads[i];
      const label = head && base(parser.labels[tree.labels[i]]) === base(s.rels[i]);
      for (const k of [n, byGenre.all]) {
        k.gold++;
        k.found += form === '' ? 0 : 1;
        if (upos === s.upos[i]) k.upos++;
        if (xpos === s.xpos[i]) k.xpos++;
        if (head) k.uas++;
        if (label) k.las++;
      }
    }
  }
  return byGenre;
}

const f1 = (right, found, gold) => ((200 * right) / (found + gold)).toFixed(2);
/** The figures of one line; `what` names the columns. */
export function line(n, what) {
  const of = {
    tokens: () => f1(n.tokens, n.found, n.gold),
    sentences: () => f1(n.sents, n.sentFound, n.sentGold),
    UPOS: () => f1(n.upos, n.found, n.gold),
    XPOS: () => f1(n.xpos, n.found, n.gold),
    UAS: () => f1(n.uas, n.found, n.gold),
    LAS: () => f1(n.las, n.found, n.gold),
  };
  return `${what.map((w) => `${w} ${of[w]()}`).join('  ')}  n=${n.gold}`;
}
