/** Widths of the parser's layers; the C trainer has the same ones. */
export const SIZES = {
  word: 80,
  suffix: 32,
  prefix: 16,
  shape: 16,
  tag: 32,
  conv: 160,
  gate: 112,
  arc: 96,
  label: 32,
  layers: 3,
  suffixes: 4000,
  prefixes: 4000,
  shapes: 500,
} as const;

/** What belongs to the parser's weights: words from index 2, labels, number of tags. */
export interface ParserMeta {
  readonly vocabulary: readonly string[];
  readonly labels: readonly string[];
  readonly tagCount: number;
}

interface Gates {
  readonly value: number;
  readonly valueBias: number;
  readonly gate: number;
  readonly gateBias: number;
}

/** Offsets of the parts inside the weights. */
export interface ParserLayout {
  readonly words: number;
  readonly suffixes: number;
  readonly prefixes: number;
  readonly shapes: number;
  readonly tags: number;
  readonly conv: number;
  readonly convBias: number;
  readonly gates: readonly Gates[];
  readonly mlp: number;
  readonly mlpBias: number;
  readonly rootArc: number;
  readonly arc: number;
  readonly arcBias: number;
  readonly label: number;
  readonly labelOfWord: number;
  readonly labelOfHead: number;
  readonly labelBias: number;
  readonly total: number;
}

/** Computes the offsets, in the order in which the trainer writes the parts. */
export function layoutOf(meta: ParserMeta): ParserLayout {
  let at = 0;
  const take = (size: number): number => {
    at += size;
    return at - size;
  };
  const s = SIZES;
  const labels = meta.labels.length;
  const wide = 2 * s.gate;
  const out = 2 * s.arc + 2 * s.label;
  const words = take((meta.vocabulary.length + 2) * s.word);
  const suffixes = take(s.suffixes * s.suffix);
  const prefixes = take(s.prefixes * s.prefix);
  const shapes = take(s.shapes * s.shape);
  const tags = take(meta.tagCount * s.tag);
  const conv = take(3 * (s.word + s.suffix + s.prefix + s.shape + s.tag) * s.conv);
  const convBias = take(s.conv);
  const inputs = Array.from({ length: 2 * s.layers }, (_, i) => (i < 2 ? s.conv : wide));
  const gates = inputs.map((input) => ({
    value: take(input * s.gate),
    valueBias: take(s.gate),
    gate: take(input * s.gate),
    gateBias: take(s.gate),
  }));
  const mlp = take(wide * out);
  const mlpBias = take(out);
  const rootArc = take(s.arc);
  take(s.label);
  const arc = take(s.arc * s.arc);
  const arcBias = take(s.arc);
  const label = take(s.label * labels * s.label);
  const labelOfWord = take(s.label * labels);
  const labelOfHead = take(s.label * labels);
  const labelBias = take(labels);
  return {
    words,
    suffixes,
    prefixes,
    shapes,
    tags,
    conv,
    convBias,
    gates,
    mlp,
    mlpBias,
    rootArc,
    arc,
    arcBias,
    label,
    labelOfWord,
    labelOfHead,
    labelBias,
    total: at,
  };
}
