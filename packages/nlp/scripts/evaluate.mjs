// Prints tokens, sentences, UPOS, UAS, LAS (CoNLL 2018: F1 over aligned words, subtypes ignored) on raw text of the
// dev parts, with wink-nlp and compromise beside it for tokens and sentences. Data: ATTEST_SHARED or ../shared.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadPipeline } from '../dist/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.ATTEST_SHARED ?? resolve(root, '../shared');
const pipeline = loadPipeline();
const wink = winkNLP(model);
// oxlint-disable-next-line typescript/unbound-method -- wink's selectors are handed over by name, and use no `this`
const winkTag = wink.its.pos;

/** Documents of a CoNLL-U file: text, words with offsets, ends of sentences. */
function documents(file) {
  const out = [];
  let doc;
  let paragraph = true;
  for (const block of readFileSync(file, 'utf8').trim().split('\n\n')) {
    const lines = block.split('\n');
    if (lines.some((l) => l.startsWith('# newdoc'))) out.push((doc = { text: '', words: [], sentences: [] }));
    paragraph = lines.some((l) => l.startsWith('# newpar') || l.startsWith('# newdoc'));
    if (doc.text !== '') doc.text = paragraph ? `${doc.text.trimEnd()}\n\n` : doc.text;
    const first = doc.words.length;
    const start = doc.text.length;
    const rows = lines.filter((l) => !l.startsWith('#')).map((l) => l.split('\t'));
    let until = 0;
    for (const c of rows) {
      if (c[0].includes('.')) continue;
      const gap = c[9].includes('SpaceAfter=No') ? '' : ' ';
      if (c[0].includes('-')) {
        until = Number(c[0].split('-')[1]);
        doc.multi = { at: doc.text.length, gap, form: c[1] };
        doc.text += c[1] + gap;
        continue;
      }
      const inside = Number(c[0]) <= until;
      const at = inside ? doc.multi.at : doc.text.length;
      if (inside) doc.multi.at += c[1].length;
      else doc.text += c[1] + gap;
      doc.words.push({ start: at, end: at + c[1].length, upos: c[3], head: Number(c[6]) - 1, base: first, rel: c[7] });
    }
    doc.sentences.push(`${start}:${doc.text.trimEnd().length}`);
  }
  return out;
}

const f1 = (right, found, gold) => ((200 * right) / (found + gold)).toFixed(2);
function count(docs, annotate) {
  const n = { gold: 0, found: 0, tokens: 0, upos: 0, uas: 0, las: 0, sentGold: 0, sentFound: 0, sents: 0 };
  for (const doc of docs) {
    const { tokens, sentences } = annotate(doc.text);
    const byEdge = new Map(tokens.map((t) => [`${t.start}:${t.end}`, t]));
    n.gold += doc.words.length;
    n.found += tokens.length;
    const gold = new Set(doc.sentences);
    n.sentGold += gold.size;
    n.sentFound += sentences.length;
    n.sents += sentences.filter((s) => gold.has(s)).length;
    for (const w of doc.words) {
      const t = byEdge.get(`${w.start}:${w.end}`);
      if (t === undefined) continue;
      n.tokens++;
      if (t.upos === w.upos) n.upos++;
      const h = w.head < 0 ? 'root' : `${doc.words[w.base + w.head].start}:${doc.words[w.base + w.head].end}`;
      if (h !== t.head) continue;
      n.uas++;
      if (t.rel.split(':')[0] === w.rel.split(':')[0]) n.las++;
    }
  }
  return n;
}

function own(text) {
  const d = pipeline.annotate(text);
  const edge = (i) => `${d.start(i)}:${d.end(i)}`;
  const tokens = Array.from({ length: d.length }, (_, i) => ({
    start: d.start(i),
    end: d.end(i),
    upos: d.upos(i),
    head: d.head(i) < 0 ? 'root' : edge(d.head(i)),
    rel: d.deprel(i),
  }));
  const sentences = Array.from(
    { length: d.sentenceCount },
    (_, s) => `${d.start(d.sentenceStart(s))}:${d.end(d.sentenceEnd(s) - 1)}`,
  );
  return { tokens, sentences };
}
function winkRead(text) {
  let at = 0;
  const tokens = [];
  const sentences = [];
  wink
    .readDoc(text)
    .sentences()
    .each((s) => {
      let first = -1;
      s.tokens().each((t) => {
        const start = text.indexOf(t.out(), at);
        if (start < 0) return;
        at = start + t.out().length;
        if (first < 0) first = start;
        tokens.push({ start, end: at, upos: t.out(winkTag), head: '', rel: '' });
      });
      sentences.push(`${first}:${at}`);
    });
  return { tokens, sentences };
}
function compromiseRead(text) {
  const tokens = [];
  const sentences = [];
  for (const s of nlp(text).json({ offset: true, terms: { offset: true } })) {
    for (const t of s.terms)
      tokens.push({ start: t.offset.start, end: t.offset.start + t.offset.length, upos: '', head: '', rel: '' });
    const start = s.offset.start;
    sentences.push(`${start}:${start + s.text.trim().length}`);
  }
  return { tokens, sentences };
}

for (const set of ['ewt-dev', 'gum-dev']) {
  const file = resolve(shared, `ud/${set}.conllu`.replace(/^/, 'data/'));
  if (!existsSync(file)) {
    console.log(`${set}: no ${file}; set ATTEST_SHARED`);
    continue;
  }
  const docs = documents(file);
  for (const [name, read] of Object.entries({ own, wink: winkRead, compromise: compromiseRead })) {
    const began = process.cpuUsage();
    const n = count(docs, read);
    const { user, system } = process.cpuUsage(began);
    const line = [
      set,
      name.padEnd(10),
      `tokens ${f1(n.tokens, n.found, n.gold)}`,
      `sentences ${f1(n.sents, n.sentFound, n.sentGold)}`,
    ];
    if (name !== 'compromise')
      line.push(`UPOS ${f1(n.upos, n.found, n.gold)} (${((100 * n.upos) / n.tokens).toFixed(2)} % of aligned)`);
    if (name === 'own') line.push(`UAS ${f1(n.uas, n.found, n.gold)}`, `LAS ${f1(n.las, n.found, n.gold)}`);
    console.log(...line, `n=${n.gold}`, `${Math.round((n.found * 1e6) / (user + system))} tokens/s (cpu)`);
  }
}
