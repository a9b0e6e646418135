import { Column } from './column.ts';
import type { FullTextDefinition, GraphData, IndexDefinition } from './graph-data.ts';
import { decodeValue, encodeValue } from './value-json.ts';

/** "ATGRAPH" and the version of the layout. */
const MAGIC = [0x41, 0x54, 0x47, 0x52, 0x41, 0x50, 0x48, 2];

/** Where a part lies: offset in bytes from the start of the parts, length in bytes. */
type Place = readonly [offset: number, length: number];
interface ColumnPlaces {
  readonly name: string;
  readonly codes: Place;
  readonly values: Place;
}
interface Header {
  readonly nodeIds: Place;
  readonly edgeIds: Place;
  readonly labelSets: readonly (readonly string[])[];
  readonly labelSetOf: Place;
  readonly types: readonly string[];
  readonly typeOf: Place;
  readonly from: Place;
  readonly to: Place;
  readonly nodeColumns: readonly ColumnPlaces[];
  readonly edgeColumns: readonly ColumnPlaces[];
  readonly indexes: readonly IndexDefinition[];
  readonly fullText: readonly FullTextDefinition[];
}

const START = MAGIC.length + 8;

/** One binary layout for the whole graph: a JSON header, then texts as JSON and numbers as little-endian arrays. */
export function writeSnapshot(data: GraphData): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const place = (bytes: Uint8Array): Place => {
    const found = [at, bytes.length] as const;
    parts.push(bytes);
    // Arrays of 32 bits must start at a multiple of four.
    at += Math.ceil(bytes.length / 4) * 4;
    return found;
  };
  const text = (value: unknown): Place => place(new TextEncoder().encode(JSON.stringify(value)));
  const numbers = (array: Uint32Array): Place =>
    place(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const columns = (all: ReadonlyMap<string, Column>): ColumnPlaces[] =>
    Array.from(all, ([name, { codes, values }]) => ({
      name,
      codes: numbers(codes),
      values: text(values.map(encodeValue)),
    }));
  const header: Header = {
    nodeIds: text(data.nodeIds),
    edgeIds: text(data.edgeIds),
    labelSets: data.labelSets,
    labelSetOf: numbers(data.labelSetOf),
    types: data.types,
    typeOf: numbers(data.typeOf),
    from: numbers(data.from),
    to: numbers(data.to),
    nodeColumns: columns(data.nodeColumns),
    edgeColumns: columns(data.edgeColumns),
    indexes: data.indexes,
    fullText: data.fullText,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(head.length / 4) * 4;
  const bytes = new Uint8Array(START + padded + at);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint32(MAGIC.length, head.length, true);
  view.setUint32(MAGIC.length + 4, padded, true);
  bytes.set(head, START);
  let offset = START + padded;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += Math.ceil(part.length / 4) * 4;
  }
  return bytes;
}

/** Reads a snapshot without copying its number arrays where they are aligned; throws a RangeError for other bytes. */
export function readSnapshot(bytes: Uint8Array): GraphData {
  if (bytes.length < START || MAGIC.some((byte, index) => bytes[index] !== byte)) {
    throw new RangeError('These bytes are no snapshot of this version; build the graph anew.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const base = START + view.getUint32(MAGIC.length + 4, true);
  const parse = (from: number, length: number): unknown => {
    if (from + length > bytes.length) throw new RangeError('The snapshot is cut off; build the graph anew.');
    // A copy, because texts cannot be decoded from shared memory.
    return JSON.parse(new TextDecoder().decode(bytes.slice(from, from + length))) as unknown;
  };
  const header = parse(START, view.getUint32(MAGIC.length, true)) as Header;
  const text = ([offset, length]: Place): unknown => parse(base + offset, length);
  const numbers = ([offset, length]: Place): Uint32Array => {
    const from = bytes.byteOffset + base + offset;
    if (base + offset + length > bytes.length) throw new RangeError('The snapshot is cut off; build the graph anew.');
    if (from % 4 === 0) return new Uint32Array(bytes.buffer, from, length / 4);
    return new Uint32Array(bytes.slice(base + offset, base + offset + length).buffer);
  };
  const columns = (all: readonly ColumnPlaces[]): Map<string, Column> =>
    new Map(
      all.map(({ name, codes, values }) => [
        name,
        new Column(numbers(codes), (text(values) as unknown[]).map(decodeValue)),
      ]),
    );
  return {
    nodeIds: text(header.nodeIds) as string[],
    edgeIds: text(header.edgeIds) as string[],
    labelSets: header.labelSets,
    labelSetOf: numbers(header.labelSetOf),
    types: header.types,
    typeOf: numbers(header.typeOf),
    from: numbers(header.from),
    to: numbers(header.to),
    nodeColumns: columns(header.nodeColumns),
    edgeColumns: columns(header.edgeColumns),
    indexes: header.indexes,
    fullText: header.fullText,
  };
}
