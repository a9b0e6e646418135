import { ModelError } from './errors.ts';
import { MODEL_FILES, type ModelFile, assemble, checkSum, parseManifest } from './models.ts';
import { type Pipeline, createPipeline } from './pipeline.ts';
import { sha256 } from './sha256.ts';

export { Doc, type DocData, type Name } from './doc.ts';
export { ModelError } from './errors.ts';
export type { AnnotateOptions, Pipeline, Segment } from './pipeline.ts';

/** What is needed of an answer; the platform's `Response` has it. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** How to fetch the models. */
export interface FetchOptions {
  /** Takes the place of the platform's `fetch`, for instance to send headers. */
  fetch?: (url: string) => Promise<Answer>;
  /** Does without WebAssembly: the same output, slower. */
  plain?: boolean;
}

/**
 * Loads the models in a browser from the folder at `base` (an absolute URL that ends with a slash), where the files of
 * `models/` lie, and checks each against its checksum. Throws `ModelError`.
 */
export async function loadPipelineFrom(base: string, options: FetchOptions = {}): Promise<Pipeline> {
  const platform = globalThis as unknown as { fetch: (url: string) => Promise<Answer> };
  const get = options.fetch ?? ((url: string) => platform.fetch(url));
  const read = async (name: string): Promise<Uint8Array> => {
    const url = new URL(name, base).href;
    let answer: Answer;
    try {
      answer = await get(url);
    } catch (error) {
      throw new ModelError('MODEL_MISSING', `cannot fetch ${url}: ${String(error)}`);
    }
    if (!answer.ok) throw new ModelError('MODEL_MISSING', `cannot fetch ${url}: status ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const manifest = parseManifest(await read('manifest.json'), new URL('manifest.json', base).href);
  const entries = await Promise.all(MODEL_FILES.map(async (name) => [name, await read(name)] as const));
  const files = new Map<ModelFile, Uint8Array>(entries);
  for (const [name, data] of files) checkSum(manifest, name, await digest(data), new URL(name, base).href);
  return createPipeline(assemble(manifest, (name) => files.get(name)!, options.plain));
}

/** The platform's digest where the page is served securely, else our own. */
async function digest(data: Uint8Array): Promise<string> {
  const { crypto } = globalThis as unknown as { crypto?: { subtle?: Subtle } };
  if (crypto?.subtle === undefined) return sha256(data);
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(sum, (v) => v.toString(16).padStart(2, '0')).join('');
}

interface Subtle {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
}
