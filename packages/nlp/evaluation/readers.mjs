// What each system makes of a raw text: tokens with offsets, UPOS, head and relation where it has them, sentences.
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const wink = winkNLP(model);
// oxlint-disable-next-line typescript/unbound-method -- wink's selectors are handed over by name, and use no `this`
const winkTag = wink.its.pos;

/** This package. */
export const ownReader = (pipeline) => (text) => {
  const d = pipeline.annotate(text);
  const edge = (i) => `${d.start(i)}:${d.end(i)}`;
  const tokens = Array.from({ length: d.length }, (_, i) => ({
    start: d.start(i),
    end: d.end(i),
    upos: d.upos(i),
    xpos: d.xpos(i),
    head: d.head(i) < 0 ? 'root' : edge(d.head(i)),
    rel: d.deprel(i),
  }));
  const sentences = Array.from(
    { length: d.sentenceCount },
    (_, s) => `${d.start(d.sentenceStart(s))}:${d.end(d.sentenceEnd(s) - 1)}`,
  );
  return { tokens, sentences };
};

/** wink-nlp: its tokens for tabs and line ends are no tokens here, and no part of a sentence. */
export function winkReader(text) {
  let at = 0;
  const tokens = [];
  const sentences = [];
  wink
    .readDoc(text)
    .sentences()
    .each((s) => {
      let first = -1;
      let last = -1;
      s.tokens().each((t) => {
        const form = t.out();
        if (form.trim() === '') return;
        const start = text.indexOf(form, at);
        if (start < 0) return;
        at = start + form.length;
        if (first < 0) first = start;
        last = at;
        tokens.push({ start, end: at, upos: t.out(winkTag), xpos: '', head: '', rel: '' });
      });
      if (first >= 0) sentences.push(`${first}:${last}`);
    });
  return { tokens, sentences };
}

/** compromise: punctuation is no token of its own there, so its figure for tokens says little. */
export function compromiseReader(text) {
  const tokens = [];
  const sentences = [];
  for (const s of nlp(text).json({ offset: true, terms: { offset: true } })) {
    for (const t of s.terms)
      tokens.push({
        start: t.offset.start,
        end: t.offset.start + t.offset.length,
        upos: '',
        xpos: '',
        head: '',
        rel: '',
      });
    const lead = s.text.length - s.text.trimStart().length;
    const start = s.offset.start + lead;
    sentences.push(`${start}:${start + s.text.trim().length}`);
  }
  return { tokens, sentences };
}

const COMPROMISE_NAMES = { people: 'PER', organizations: 'ORG', places: 'LOC' };
/** compromise's names as BIO labels of given tokens. wink's model has no names of persons, bodies and places. */
export function compromiseNames(forms) {
  const starts = [];
  let text = '';
  for (const f of forms) {
    starts.push(text.length);
    text += `${f} `;
  }
  const labels = forms.map(() => 'O');
  const doc = nlp(text);
  for (const [method, type] of Object.entries(COMPROMISE_NAMES)) {
    for (const { offset } of doc[method]().json({ offset: true })) {
      let place = 'B';
      for (const [i, start] of starts.entries()) {
        const inside = start >= offset.start && start + forms[i].length <= offset.start + offset.length + 1;
        if (!inside || labels[i] !== 'O' || !/[\p{L}\d]/u.test(forms[i])) continue;
        labels[i] = `${place}-${type}`;
        place = 'I';
      }
    }
  }
  return labels;
}
