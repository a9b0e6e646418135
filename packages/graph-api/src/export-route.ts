import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { AttestError, type Graph } from '@attest/model';
import { csv, csvTables, type CsvTable } from './export/csv.ts';
import { cypher } from './export/cypher.ts';
import { graphml } from './export/graphml.ts';
import { jsonld } from './export/jsonld.ts';
import type { Library } from './library.ts';
import { textIn } from './request-values.ts';

interface Format {
  readonly type: string;
  readonly extension: string;
  readonly write: (graph: Graph, table: CsvTable) => Iterable<string>;
}
const formats: ReadonlyMap<string, Format> = new Map([
  ['graphml', { type: 'application/graphml+xml', extension: 'graphml', write: graphml }],
  ['csv', { type: 'text/csv; charset=utf-8; header=present', extension: 'csv', write: csv }],
  ['jsonld', { type: 'application/ld+json', extension: 'jsonld', write: jsonld }],
  ['cypher', { type: 'text/plain; charset=utf-8', extension: 'cypher', write: cypher }],
]);

function oneOf<Value extends string>(values: readonly Value[], value: string, name: string): Value {
  const known = values.find((one) => one === value);
  if (known !== undefined) return known;
  throw new AttestError('invalid-input', `unknown ${name} ${value.slice(0, 40)}`, `Use one of ${values.join(', ')}.`);
}

/** `GET /export?format=...&table=...`: the graph in full, written while it is sent; the same graph gives the same bytes. */
export const exportGraph =
  (library: Library): RequestHandler =>
  async (request, response) => {
    const name = oneOf([...formats.keys()], textIn(request, 'format'), 'format');
    const table = oneOf(csvTables, textIn(request, 'table') || 'claims', 'table');
    const format = formats.get(name);
    if (!format) return;
    response.type(format.type);
    response.attachment(`attest${name === 'csv' ? `-${table}` : ''}.${format.extension}`);
    response.type(format.type);
    await pipeline(Readable.from(format.write(library.graph, table)), response);
  };
