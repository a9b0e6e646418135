// Readers of the training data: treebanks, name corpora, silver annotation, the package's own sentences.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tokenize } from '../dist/tokenizer.js';

/** Sentences of a CoNLL-U text: forms, tags, heads, relations, misc, and the words as written (`units`). */
function conllu(text) {
  const out = [];
  let doc = '';
  let genre = '';
  for (const block of text.split('\n\n')) {
    const s = { doc, genre, forms: [], lemmas: [], upos: [], xpos: [], heads: [], rels: [], misc: [], units: [] };
    let until = -1;
    for (const line of block.split('\n')) {
      if (line.startsWith('#')) {
        const value = line.slice(line.indexOf('=') + 1).trim();
        if (line.startsWith('# newdoc')) {
          doc = s.doc = value;
          genre = s.genre = /^GUM_([a-z]+)/.exec(value)?.[1] ?? /^([a-z]+)-/.exec(value)?.[1] ?? '';
          s.newdoc = s.newpar = true;
        } else if (line.startsWith('# newpar')) s.newpar = true;
        else if (line.startsWith('# meta::genre')) genre = s.genre = value;
        continue;
      }
      const c = line.split('\t');
      if (c.length < 10 || c[0].includes('.')) continue;
      const space = !/SpaceAfter=No/.test(c[9]);
      if (c[0].includes('-')) {
        const [a, b] = c[0].split('-').map(Number);
        s.units.push({ from: a - 1, to: b, form: c[1], space });
        until = b - 1;
        continue;
      }
      const i = s.forms.length;
      s.forms.push(c[1]);
      s.lemmas.push(c[2]);
      s.upos.push(c[3]);
      s.xpos.push(c[4]);
      s.heads.push(Number(c[6]));
      s.rels.push(c[7]);
      s.misc.push(c[9]);
      if (i > until) s.units.push({ from: i, to: i + 1, form: c[1], space });
    }
    if (s.forms.length > 0) out.push(s);
  }
  return out;
}

export const readConllu = (file) => conllu(readFileSync(file, 'utf8'));

/** Raw text of one document with the edges of its words and sentences. */
export function rawText(sentences) {
  let text = '';
  const words = [];
  const edges = [];
  for (const s of sentences) {
    if (text !== '') text = s.newpar ? `${text.trimEnd()}\n\n` : `${text.trimEnd()} `;
    const start = text.length;
    for (const u of s.units) {
      let at = text.length;
      text += u.form;
      for (let i = u.from; i < u.to; i++) {
        const end = u.to - u.from === 1 ? text.length : at + s.forms[i].length;
        words.push({ start: at, end, sentence: s, index: i });
        at = end;
      }
      if (u.space) text += ' ';
    }
    edges.push([start, text.trimEnd().length]);
  }
  return { text, words, edges };
}

/** Documents of a list of sentences. */
export function documents(sentences) {
  const out = [];
  for (const s of sentences) {
    if (s.newdoc || out.length === 0) out.push([]);
    out.at(-1).push(s);
  }
  return out;
}

/** Sentences of a column file with BIO or IO labels; `types` maps its types to ours, others become O. */
export function columns(file, types, { form = 0, label = 1, separator = '\t' } = {}) {
  const out = [];
  for (const block of readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    const s = { forms: [], labels: [], doc: '' };
    for (const line of block.split('\n')) {
      const c = line.split(separator);
      if (line.startsWith('#') || c.length <= label || c[form] === '') continue;
      const [place, ...rest] = c[label].trim().split('-');
      const type = types[rest.join('-')];
      s.forms.push(c[form]);
      s.labels.push(type === undefined || place === 'O' ? 'O' : `${place}-${type}`);
    }
    if (s.forms.length > 0) out.push({ ...s, labels: strict(s.labels) });
  }
  return out;
}

/** Makes every name begin with B. */
function strict(labels) {
  return labels.map((l, i) => {
    const type = l.slice(2);
    return l.startsWith('I') && (labels[i - 1] ?? 'O').slice(2) !== type ? `B-${type}` : l;
  });
}

const KEPT = /^[BI]-(?:PER|ORG|LOC)$/;
/** Machine-annotated releases: a quarter of the sentences that hold a name and none that is doubtful. */
export function silver(file, share = 4) {
  const out = [];
  for (const s of conllu(gunzipSync(readFileSync(file)).toString('utf8'))) {
    const marks = s.misc.map((m) => /(?:^|\|)NER=([^|]*)/.exec(m)?.[1] ?? 'O');
    if (marks.includes('?') || s.forms.length > 119) continue;
    const labels = marks.map((m) => (KEPT.test(m) ? m : 'O'));
    if (labels.some((l) => l !== 'O')) out.push({ forms: s.forms.map(straight), labels, doc: s.doc });
  }
  return out.filter((_, i) => i % share === 0);
}

const straight = (form) => form.replaceAll('’', "'");

/**
 * Sentences of our own: one a line, names in brackets, `[PER Ana Ruiz]`, `[ORG ...]`, `[LOC ...]`, `[MISC ...]`;
 * lines that begin with # are remarks. Tokens come from the package's own tokenizer.
 */
export function bracketed(file) {
  const out = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    out.push(bracketedLine(line, file));
  }
  return out;
}

function bracketedLine(line, file) {
  let text = '';
  const spans = [];
  let last = 0;
  for (const m of line.matchAll(/\[(PER|ORG|LOC|MISC) ([^\]]+)\]/g)) {
    text += line.slice(last, m.index);
    spans.push({ start: text.length, end: text.length + m[2].length, type: m[1] });
    text += m[2];
    last = m.index + m[0].length;
  }
  text += line.slice(last);
  const { starts, ends } = tokenize(text);
  const forms = starts.map((s, i) => straight(text.slice(s, ends[i])));
  const labels = forms.map(() => 'O');
  for (const span of spans) {
    const from = starts.indexOf(span.start);
    const to = ends.indexOf(span.end);
    if (from < 0 || to < 0)
      throw new Error(`${file}: a name ends inside a token: ${text.slice(span.start, span.end)} in: ${line}`);
    for (let i = from; i <= to; i++) labels[i] = `${i === from ? 'B' : 'I'}-${span.type}`;
  }
  return { forms, labels, doc: file };
}
