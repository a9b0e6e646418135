import { type Named, agree } from './agree.ts';
import { Doc, type Name } from './doc.ts';
import { DocBuilder } from './doc-builder.ts';
import { liftOffFunctionWords } from './function-words.ts';
import { INFINITIVE_VERBS, NOUN_VERBS } from './generated/lexicon.ts';
import { hiddenInfinitives, hiddenVerbs } from './infinitives.ts';
import { knownTags } from './known-tags.ts';
import type { Lemmatiser } from './lemmas.ts';
import type { NameTagger } from './names.ts';
import type { Parser } from './parser.ts';
import { pastForms } from './past-forms.ts';
import { SENTENCE_CAP, type SentenceSplitter } from './sentences.ts';
import type { Tagger } from './tagger.ts';
import { tokenize } from './tokenizer.ts';
import { planUnits } from './units.ts';

/** A stretch of the text inside which sentences are looked for. */
export interface Segment {
  start: number;
  end: number;
  kind?: 'headline' | 'body' | (string & {});
}

/** How to annotate a text. */
export interface AnnotateOptions {
  /** Where to look for sentences; by default the whole text. */
  segments?: readonly Segment[];
  /** Stretches (citations, names) that the parser takes as one word. */
  merge?: readonly { start: number; end: number }[];
}

/** Text in, annotated document out. */
export interface Pipeline {
  annotate(text: string, options?: AnnotateOptions): Doc;
}

/** The parts of a pipeline, loaded. */
export interface Parts {
  readonly splitter: SentenceSplitter;
  readonly tagger: Tagger;
  readonly lemmatiser: Lemmatiser;
  readonly names: NameTagger;
  readonly parser: Parser;
}

/** A pipeline over loaded parts. */
export function createPipeline(parts: Parts): Pipeline {
  return { annotate: (text, options = {}) => annotate(parts, text, options) };
}

/** A sentence whose names have been found. */
interface Read extends Named {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly classes: Uint8Array;
  readonly headline: boolean;
  /** Whether the name model sees nothing in the first word, not even a law or the like. */
  readonly unnamed: boolean;
}

function annotate(parts: Parts, text: string, options: AnnotateOptions): Doc {
  const builder = new DocBuilder(text);
  const sentences: Read[] = [];
  for (const segment of options.segments ?? [{ start: 0, end: text.length }]) {
    const tokens = tokenize(text, segment.start, segment.end);
    builder.cutWords += tokens.cut;
    let first = 0;
    for (const end of parts.splitter.split(text, tokens)) {
      const [starts, ends] = [tokens.starts.slice(first, end), tokens.ends.slice(first, end)];
      sentences.push(read(parts, text, starts, ends, segment.kind === 'headline'));
      if (end - first >= SENTENCE_CAP) builder.cut++;
      first = end;
    }
  }
  agree(sentences);
  for (const sentence of sentences) parse(parts, builder, sentence, options.merge ?? []);
  return builder.build();
}

function read(parts: Parts, text: string, starts: readonly number[], ends: readonly number[], headline: boolean): Read {
  const forms = starts.map((s, i) => text.slice(s, ends[i]).replaceAll('’', "'"));
  const classes = tagged(parts, forms);
  const tags = Array.from(classes, (c) => parts.tagger.tags[c]!);
  const labels = parts.names.tag(forms, tags);
  const unnamed = labels[firstWord(forms)]?.label === 'O';
  return { forms, names: spans(labels), starts, ends, classes, headline, unnamed };
}

function parse(
  parts: Parts,
  builder: DocBuilder,
  sentence: Read,
  merge: readonly { start: number; end: number }[],
): void {
  const { forms: original, names: found, starts, ends, headline } = sentence;
  const given = opening(parts, sentence);
  const classes = given.size > 0 ? tagged(parts, original, given) : sentence.classes;
  const forms = headline ? lowered(original, found) : original;
  const tags = headline ? tagged(parts, forms) : classes;
  const names = Array.from(tags, (c) => parts.tagger.tags[c]!.split('|') as [string, string]);
  const heads = new Int32Array(forms.length);
  const rels: string[] = [];
  const confidence = new Float32Array(forms.length).fill(1);
  const units = planUnits(original, starts, ends, names, found, merge);
  const unitHeads = units.map((u) => u.head);
  const tree = parts.parser.parse(
    unitHeads.map((i) => forms[i]!),
    unitHeads.map((i) => tags[i]!),
  );
  for (const [u, unit] of units.entries()) {
    for (let i = unit.start; i < unit.end; i++) {
      heads[i] = unit.head;
      rels[i] = unit.relation;
    }
    const h = tree.heads[u + 1]!;
    heads[unit.head] = h === 0 ? -1 : unitHeads[h - 1]!;
    rels[unit.head] = parts.parser.labels[tree.labels[u]!]!;
    confidence[unit.head] = tree.confidence[u]!;
  }
  liftOffFunctionWords(heads, rels);
  const lemmas = forms.map((f, i) => parts.lemmatiser.lemma(f, names[i]![1]));
  builder.add({ starts, ends, tags: names, lemmas, heads, rels, confidence, names: found });
}

/**
 * A capital tells nothing at the beginning of a sentence. There the names tell the tagger: what is a name is a proper
 * noun ("Norway doubts"), what is none and a noun when written small is a common noun ("Cocaine was seized").
 */
function opening({ tagger }: Parts, { forms, classes, names, unnamed }: Read): ReadonlyMap<number, number> {
  const at = firstWord(forms);
  const tag = tagger.tags[classes[at]!] ?? '';
  const name = names.find((one) => one.start === at && one.end === at + 1);
  if (name !== undefined)
    return new Map(/^(?:PROPN|NOUN)\|/u.test(tag) ? [] : [[at, tagger.tags.indexOf('PROPN|NNP')]]);
  const isDoubtful = unnamed && tag.startsWith('PROPN|NNP') && /^\p{Lu}\p{Ll}{2,}$/u.test(forms[at]!);
  if (!isDoubtful || !/^\p{Ll}/u.test(forms[at + 1] ?? '')) return new Map();
  const small = forms.map((f, i) => (i === at ? f.toLowerCase() : f));
  const other = tagger.tag(small)[at]!;
  return new Map(tagger.tags[other]!.startsWith('NOUN|') ? [[at, other]] : []);
}

/** Place of the first word: a sentence may begin with a mark. */
const firstWord = (forms: readonly string[]): number => (/^[\p{L}\p{N}]/u.test(forms[0]!) ? 0 : 1);

function tagged(
  { tagger, lemmatiser }: Parts,
  forms: readonly string[],
  given?: ReadonlyMap<number, number>,
): Uint8Array {
  const known = [...knownTags(forms)].map(([i, tag]) => [i, tagger.tags.indexOf(tag)] as const);
  const classes = tagger.tag(forms, new Map([...known, ...(given ?? [])]));
  const tags = Array.from(classes, (c) => tagger.tags[c]!);
  const lexicon = {
    control: INFINITIVE_VERBS,
    lemma: (form: string, xpos: string) => lemmatiser.lemma(form, xpos),
    isVerb: (lower: string) => NOUN_VERBS.has(lower),
    isBase: (lower: string) => lemmatiser.isBase(lower),
  };
  for (const to of hiddenInfinitives(forms, tags, lexicon)) {
    classes[to] = tagger.tags.indexOf('PART|TO');
    classes[to + 1] = tagger.tags.indexOf('VERB|VB');
  }
  for (const [at, tag] of [...hiddenVerbs(forms, tags, lexicon), ...pastForms(forms, tags, lexicon.isBase)])
    classes[at] = tagger.tags.indexOf(tag);
  return classes;
}

/** Title case hides verbs from the tagger: words of a headline that are no names are written small. */
function lowered(forms: readonly string[], names: readonly Name[]): string[] {
  const inside = (i: number): boolean => names.some((n) => i >= n.start && i < n.end);
  return forms.map((f, i) => (inside(i) || !/^\p{Lu}[\p{Ll}'’]+$/u.test(f) ? f : f.toLowerCase()));
}

function spans(labels: readonly { label: string; confidence: number }[]): Name[] {
  const out: Name[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!.label;
    if (!label.startsWith('B-')) continue;
    const type = label.slice(2);
    let end = i + 1;
    let confidence = labels[i]!.confidence;
    while (labels[end]?.label === `I-${type}`) confidence = Math.min(confidence, labels[end++]!.confidence);
    if (type === 'PER' || type === 'ORG' || type === 'LOC') out.push({ start: i, end, type, confidence });
  }
  return out;
}
