import { ModelError } from './errors.ts';
import { Lemmatiser } from './lemmas.ts';
import { LinearModel } from './linear.ts';
import { NameTagger } from './names.ts';
import { Parser } from './parser.ts';
import type { Parts } from './pipeline.ts';
import { SentenceSplitter } from './sentences.ts';
import { Tagger } from './tagger.ts';
import { Words } from './word.ts';

/** The file written by the training beside the models. */
export interface Manifest {
  readonly sha256: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly nameLabels: readonly string[];
  readonly nameTransitions: readonly number[];
  readonly nameUnit: number;
}

/** Files of a set of models beside `manifest.json`. */
export const MODEL_FILES = [
  'tagger.bin',
  'sentences.bin',
  'names.bin',
  'parser.bin',
  'words.txt',
  'lemmas.tsv',
  'gazetteer.txt',
] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** Reads a manifest; `where` is named in errors. Throws `ModelError` if it is damaged or of another version. */
export function parseManifest(bytes: Uint8Array, where: string): Manifest {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ModelError('MODEL_DAMAGED', `${where} is no JSON; install the package again`);
  }
  const m = (raw ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  const list = (v: unknown, type: string): boolean => Array.isArray(v) && v.every((x) => typeof x === type);
  const n = Array.isArray(m.nameLabels) ? m.nameLabels.length : 0;
  const checks: readonly [keyof Manifest, boolean][] = [
    ['sha256', typeof m.sha256 === 'object' && m.sha256 !== null],
    ['tags', list(m.tags, 'string')],
    ['labels', list(m.labels, 'string') && (m.labels as string[]).includes('root')],
    ['nameLabels', list(m.nameLabels, 'string')],
    ['nameTransitions', list(m.nameTransitions, 'number') && (m.nameTransitions as number[]).length === n * n + n],
    ['nameUnit', typeof m.nameUnit === 'number' && m.nameUnit > 0],
  ];
  for (const [key, right] of checks)
    if (!right)
      throw new ModelError(
        'MODEL_MISMATCH',
        `${where} has no right "${key}": models of another version of the package`,
      );
  return raw as Manifest;
}

/** Compares a file's SHA-256 (hexadecimal) with the manifest's; throws `ModelError`. */
export function checkSum(manifest: Manifest, name: ModelFile, sum: string, where: string): void {
  if (manifest.sha256[name] !== sum)
    throw new ModelError('MODEL_DAMAGED', `${where} does not match its checksum; install the package again`);
}

/** Puts the parts together from the files' bytes; throws `ModelError` if they do not belong together. */
export function assemble(manifest: Manifest, files: (name: ModelFile) => Uint8Array, plain = false): Parts {
  const text = (name: ModelFile): string => new TextDecoder().decode(files(name));
  const table = (name: ModelFile): [string, string][] =>
    text(name)
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.lastIndexOf('\t')), line.slice(line.lastIndexOf('\t') + 1)]);
  const linear = (name: ModelFile, classes: number): LinearModel => {
    const model = LinearModel.unpack(files(name), name);
    if (model.classes === classes) return model;
    throw new ModelError('MODEL_MISMATCH', `${name} and manifest.json are of different trainings`);
  };
  const words = new Words();
  const { tags, labels, nameLabels, nameTransitions: transitions, nameUnit: unit } = manifest;
  const vocabulary = text('words.txt').trimEnd().split('\n');
  const parserMeta = { vocabulary, labels, tagCount: tags.length };
  return {
    splitter: new SentenceSplitter(linear('sentences.bin', 2)),
    tagger: new Tagger(tags, linear('tagger.bin', tags.length), words),
    lemmatiser: new Lemmatiser(new Map(table('lemmas.tsv'))),
    names: new NameTagger(
      { labels: nameLabels, transitions, unit },
      linear('names.bin', nameLabels.length),
      words,
      readGazetteer(text('gazetteer.txt')),
    ),
    parser: new Parser(parserMeta, unpackWeights(files('parser.bin')), plain),
  };
}

/**
 * The gazetteer's bits by entry. A line `=BITS` opens the entries that have these bits; they are sorted, and the first
 * character of each says (to the base 36) how many characters it shares with the one before.
 */
function readGazetteer(text: string): Map<string, number> {
  const out = new Map<string, number>();
  let bits = 0;
  let entry = '';
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('=')) {
      bits = Number(line.slice(1));
      entry = '';
    } else {
      entry = entry.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
      out.set(entry, bits);
    }
  }
  return out;
}

/** int8 weights in blocks with one scale each: count, block size, scales, values. */
function unpackWeights(b: Uint8Array): Float32Array {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const n = b.length < 8 ? 0 : view.getUint32(0, true);
  const block = b.length < 8 ? 1 : view.getUint32(4, true);
  const blocks = Math.ceil(n / block);
  if (b.length !== 8 + 4 * blocks + n)
    throw new ModelError('MODEL_DAMAGED', 'parser.bin has a wrong length; install the package again');
  const out = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const scale = view.getFloat32(8 + 4 * ((i / block) | 0), true);
    out[i] = view.getInt8(8 + 4 * blocks + i) * scale;
  }
  return out;
}
