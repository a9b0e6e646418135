import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { formatOf, wantedOf } from './export/formats.ts';
import type { Library } from './library.ts';
import { textIn } from './request-values.ts';

/** `GET /export?format=...&table=...`: the graph in full, written while it is sent; the same graph gives the same bytes. */
export const exportGraph =
  (library: Library): RequestHandler =>
  async (request, response) => {
    const wanted = wantedOf(textIn(request, 'format'), textIn(request, 'table') || 'claims');
    const { type, extension } = formatOf(wanted);
    const name = wanted.format === 'csv' ? `-${wanted.table}` : '';
    const chunks = library.export(wanted);
    // What cannot be had is told before anything is sent.
    const first = await chunks.next();
    response.type(type);
    response.attachment(`attest${name}.${extension}`);
    response.type(type);
    const all = async function* () {
      if (first.done !== true) yield first.value;
      yield* chunks;
    };
    await pipeline(Readable.from(all()), response);
  };
