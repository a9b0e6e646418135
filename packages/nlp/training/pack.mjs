// Writes the models with their checksums.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the files and `manifest.json` with their checksums; returns the sum of their sizes. */
export function writeModels(folder, files, meta) {
  mkdirSync(folder, { recursive: true });
  const sha256 = {};
  let total = 0;
  for (const [name, data] of Object.entries(files)) {
    writeFileSync(join(folder, name), data);
    sha256[name] = createHash('sha256').update(data).digest('hex');
    total += data.length;
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ sha256, ...meta })}\n`);
  return total;
}
