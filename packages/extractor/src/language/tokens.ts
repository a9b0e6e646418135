import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/** One token; offsets are those of the text that was given. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

const nlp = winkNLP(model);
// oxlint-disable-next-line typescript/unbound-method -- wink's selectors are handed over by name, and use no `this`
const [lemmaOf, tagOf] = [nlp.its.lemma, nlp.its.pos];

/** Sentences of a stretch of text. Tokens are found again in the text, so that every offset is that of the source. */
export function sentencesOf(text: string, from: number, to: number): readonly Sentence[] {
  const doc = nlp.readDoc(text.slice(from, to));
  const sentences: Sentence[] = [];
  let at = from;
  doc.sentences().each((sentence: { tokens(): { out(what?: unknown): unknown } }) => {
    const tokens: Token[] = [];
    const inside = sentence.tokens();
    const forms = inside.out() as string[];
    const lemmas = inside.out(lemmaOf) as string[];
    const tags = inside.out(tagOf) as string[];
    forms.forEach((form, index) => {
      const start = text.indexOf(form, at);
      if (start < 0 || start >= to) return;
      at = start + form.length;
      tokens.push({
        start,
        end: at,
        text: form,
        lower: form.toLowerCase(),
        lemma: (lemmas[index] ?? form).toLowerCase(),
        pos: tags[index] ?? 'X',
      });
    });
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first && last) sentences.push({ start: first.start, end: last.end, tokens });
  });
  return sentences;
}
