import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from './errors.ts';
import { Lemmatiser } from './lemmas.ts';
import { LinearModel } from './linear.ts';
import { NameTagger } from './names.ts';
import { Parser } from './parser.ts';
import { type Parts, type Pipeline, createPipeline } from './pipeline.ts';
import { SentenceSplitter } from './sentences.ts';
import { Tagger } from './tagger.ts';
import { Words } from './word.ts';

/** Where the models are; by default in the package. */
export interface LoadOptions {
  modelDir?: string;
}

/** The file written by the training beside the models. */
interface Manifest {
  readonly sha256: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly nameLabels: readonly string[];
  readonly nameTransitions: readonly number[];
  readonly nameUnit: number;
}

/** Loads the models (Node) and checks each against its checksum; throws `ModelError`. */
export function loadPipeline(options: LoadOptions = {}): Pipeline {
  return createPipeline(loadParts(options));
}

/** The parts of the pipeline, for measuring them one by one. */
export function loadParts(options: LoadOptions = {}): Parts {
  const dir = options.modelDir ?? fileURLToPath(new URL('../models/', import.meta.url));
  const manifest = readManifest(dir);
  const bytes = (name: string): Uint8Array => {
    const data = readModel(dir, name);
    if (createHash('sha256').update(data).digest('hex') !== manifest.sha256[name])
      throw new ModelError(
        'MODEL_DAMAGED',
        `${join(dir, name)} does not match its checksum; install the package again`,
      );
    return data;
  };
  const text = (name: string): string => new TextDecoder().decode(bytes(name));
  const table = (name: string): [string, string][] =>
    text(name)
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.lastIndexOf('\t')), line.slice(line.lastIndexOf('\t') + 1)]);
  const words = new Words();
  const tags = LinearModel.unpack(bytes('tagger.bin'), 'tagger.bin');
  if (tags.classes !== manifest.tags.length)
    throw new ModelError('MODEL_MISMATCH', 'tagger.bin and manifest.json are of different trainings');
  const meta = {
    vocabulary: text('words.txt').trimEnd().split('\n'),
    labels: manifest.labels,
    tagCount: manifest.tags.length,
  };
  return {
    splitter: new SentenceSplitter(LinearModel.unpack(bytes('sentences.bin'), 'sentences.bin')),
    tagger: new Tagger(manifest.tags, tags, words),
    lemmatiser: new Lemmatiser(new Map(table('lemmas.tsv'))),
    names: new NameTagger(
      { labels: manifest.nameLabels, transitions: manifest.nameTransitions, unit: manifest.nameUnit },
      LinearModel.unpack(bytes('names.bin'), 'names.bin'),
      words,
      new Map(table('gazetteer.tsv').map(([k, v]) => [k, Number(v)])),
    ),
    parser: new Parser(meta, unpackWeights(bytes('parser.bin'))),
  };
}

function readModel(dir: string, name: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(join(dir, name)));
  } catch (error) {
    throw new ModelError('MODEL_MISSING', `cannot read ${join(dir, name)}: ${(error as Error).message}`);
  }
}

function readManifest(dir: string): Manifest {
  const raw = new TextDecoder().decode(readModel(dir, 'manifest.json'));
  try {
    return JSON.parse(raw) as Manifest;
  } catch {
    throw new ModelError('MODEL_DAMAGED', `${join(dir, 'manifest.json')} is no JSON; install the package again`);
  }
}

/** int8 weights in blocks with one scale each: count, block size, scales, values. */
function unpackWeights(b: Uint8Array): Float32Array {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const n = view.getUint32(0, true);
  const block = view.getUint32(4, true);
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
