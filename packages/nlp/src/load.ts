import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from './errors.ts';
import { assemble, checkSum, parseManifest } from './models.ts';
import { type Parts, type Pipeline, createPipeline } from './pipeline.ts';

/** How to load the models. */
export interface LoadOptions {
  /** Where the models are; by default in the package. */
  modelDir?: string;
  /** Does without WebAssembly: the same output, slower. */
  plain?: boolean;
}

/** Loads the models (Node) and checks each against its checksum; throws `ModelError`. */
export function loadPipeline(options: LoadOptions = {}): Pipeline {
  return createPipeline(loadParts(options));
}

/** The parts of the pipeline, for measuring them one by one. */
export function loadParts(options: LoadOptions = {}): Parts {
  const dir = options.modelDir ?? fileURLToPath(new URL('../models/', import.meta.url));
  const manifest = parseManifest(readModel(dir, 'manifest.json'), join(dir, 'manifest.json'));
  return assemble(
    manifest,
    (name) => {
      const data = readModel(dir, name);
      checkSum(manifest, name, createHash('sha256').update(data).digest('hex'), join(dir, name));
      return data;
    },
    options.plain,
  );
}

function readModel(dir: string, name: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(join(dir, name)));
  } catch (error) {
    throw new ModelError('MODEL_MISSING', `cannot read ${join(dir, name)}: ${(error as Error).message}`);
  }
}
