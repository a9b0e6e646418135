import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { writeDurably } from '../store/files.ts';
import type { LayoutInput, Place } from './place.ts';

/** Of the algorithm: a kept layout of another one is made anew. */
const version = 1;
const keptSchema = z.object({
  version: z.literal(version),
  digest: z.string(),
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
});
export type Places = ReadonlyMap<string, Place>;

/** Node starts threads from JavaScript only: from source (in tests) the entry is the one that `npm run build` has made. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/layout/layout-thread.js' : './layout-thread.js',
  import.meta.url,
);

function inThread(input: LayoutInput): Promise<readonly Place[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: input, env: {}, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the layout ended without places')));
    // A layout that nobody waits for any more holds up no exit.
    worker.unref();
  });
}

function kept(file: string, digest: string): Places | null {
  if (!existsSync(file)) return null;
  try {
    const found = keptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return found.success && found.data.digest === digest ? new Map(Object.entries(found.data.places)) : null;
  } catch (error) {
    // A file that is no JSON is as good as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Places of all actors, made in a thread. With a folder they are kept there by the graph's digest, so that the next start has
 * them at once; the file may be deleted at any time.
 */
export async function layoutOf(digest: string, input: LayoutInput, folder?: string): Promise<Places> {
  const file = folder === undefined ? null : join(folder, 'layout.json');
  const known = file === null ? null : kept(file, digest);
  if (known) return known;
  const made = await inThread(input);
  const places = new Map(input.ids.flatMap((id, index) => (made[index] ? [[id, made[index]] as const] : [])));
  if (file !== null) {
    writeDurably(file, JSON.stringify({ version, digest, places: Object.fromEntries(places) }));
  }
  return places;
}
