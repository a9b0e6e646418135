import { AttestError, type Graph } from '@attest/model';
import { csv, csvTables, type CsvTable } from './csv.ts';
import { cypher } from './cypher.ts';
import { graphml } from './graphml.ts';
import { jsonld } from './jsonld.ts';

interface Format {
  readonly type: string;
  readonly extension: string;
  readonly write: (graph: Graph, table: CsvTable) => Iterable<string>;
}
const formats = {
  graphml: { type: 'application/graphml+xml', extension: 'graphml', write: graphml },
  csv: { type: 'text/csv; charset=utf-8; header=present', extension: 'csv', write: csv },
  jsonld: { type: 'application/ld+json', extension: 'jsonld', write: jsonld },
  cypher: { type: 'text/plain; charset=utf-8', extension: 'cypher', write: cypher },
} as const satisfies Readonly<Record<string, Format>>;
type FormatName = keyof typeof formats;

/** What is wanted of a graph; `table` counts for CSV only. */
export interface Wanted {
  readonly format: FormatName;
  readonly table: CsvTable;
}
export const formatOf = ({ format }: Wanted): Format => formats[format];

function oneOf<Value extends string>(values: readonly Value[], value: string, name: string): Value {
  const known = values.find((one) => one === value);
  if (known !== undefined) return known;
  throw new AttestError('invalid-input', `unknown ${name} ${value.slice(0, 40)}`, `Use one of ${values.join(', ')}.`);
}

/** Reads what a request wants. Throws `invalid-input` that names what can be had. */
export const wantedOf = (format: string, table: string): Wanted => ({
  format: oneOf(Object.keys(formats) as FormatName[], format, 'format'),
  table: oneOf(csvTables, table, 'table'),
});
