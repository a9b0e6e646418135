import { CypherError } from '../errors.ts';
import type { CypherErrorCode, Position } from '../errors.ts';
import {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
} from '../temporal.ts';
import { CypherNode, CypherPath, CypherRelationship, WholeFloat } from '../values.ts';
import type { PropertyValue } from '../values.ts';

/** What crosses between threads: primitives, lists as arrays, Cypher maps as `Map`, everything else with its kind. */
export type Encoded = string | number | bigint | boolean | null | Encoded[] | Map<string, Encoded> | Tagged;
type Tagged =
  | { readonly kind: 'node'; readonly id: string; readonly labels: readonly string[]; readonly properties: Encoded }
  | {
      readonly kind: 'relationship';
      readonly id: string;
      readonly type: string;
      readonly ends: readonly string[];
      readonly properties: Encoded;
    }
  | { readonly kind: 'path'; readonly nodes: Encoded[]; readonly relationships: Encoded[] }
  | { readonly kind: 'fields'; readonly index: number; readonly fields: Map<string, Encoded> };

export interface EncodedError {
  readonly code: CypherErrorCode;
  readonly message: string;
  readonly position: Position | null;
  readonly hint: string;
}

/** Classes without private fields, rebuilt from their own fields. */
const PLAIN_CLASSES: readonly { readonly name: string; readonly prototype: object }[] = [
  CypherDate,
  CypherLocalTime,
  CypherTime,
  CypherLocalDateTime,
  CypherDateTime,
  CypherDuration,
  WholeFloat,
];

function encodeMap(value: object): Map<string, Encoded> {
  return new Map(Object.entries(value).map(([key, item]) => [key, encode(item)]));
}

/** Turns a parameter or a result into what structured cloning carries without loss; throws for what is no Cypher value. */
export function encode(value: unknown): Encoded {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof CypherNode) {
    return { kind: 'node', id: value.id, labels: value.labels, properties: encodeMap(value.properties) };
  }
  if (value instanceof CypherRelationship) {
    const { id, type, from, to, properties } = value;
    return { kind: 'relationship', id, type, ends: [from, to], properties: encodeMap(properties) };
  }
  if (value instanceof CypherPath) {
    return { kind: 'path', nodes: value.nodes.map(encode), relationships: value.relationships.map(encode) };
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  const index = PLAIN_CLASSES.findIndex((one) => one.prototype === prototype);
  if (index >= 0) return { kind: 'fields', index, fields: encodeMap(value) };
  if (typeof value === 'object' && (prototype === Object.prototype || prototype === null)) return encodeMap(value);
  const what = typeof value === 'object' ? (value.constructor as { name?: string } | undefined)?.name : typeof value;
  throw new CypherError(
    'ArgumentError',
    `A ${what ?? 'value'} is no Cypher value.`,
    null,
    'Use texts, numbers, lists, maps, dates.',
  );
}

const decodeMap = (map: Map<string, Encoded>): Record<string, unknown> =>
  Object.fromEntries(Array.from(map, ([key, item]) => [key, decode(item)]));

/** The value that `encode` was given, as instances of the same classes. */
export function decode(value: Encoded): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  if (value instanceof Map) return decodeMap(value);
  if (value.kind === 'node') return new CypherNode(value.id, value.labels, properties(value.properties));
  if (value.kind === 'relationship') {
    const [from, to] = value.ends;
    return new CypherRelationship(value.id, value.type, from!, to!, properties(value.properties));
  }
  if (value.kind === 'path') {
    return new CypherPath(
      value.nodes.map(decode) as CypherNode[],
      value.relationships.map(decode) as CypherRelationship[],
    );
  }
  const { prototype } = PLAIN_CLASSES[value.index]!;
  return Object.assign(Object.create(prototype) as object, decodeMap(value.fields));
}

const properties = (value: Encoded): Record<string, PropertyValue> => decode(value) as Record<string, PropertyValue>;

export function encodeError(error: unknown): EncodedError {
  if (error instanceof CypherError) {
    const { code, message, position, hint } = error;
    return { code, message, position, hint };
  }
  const message = `The engine failed: ${error instanceof Error ? error.message : String(error)}`;
  return { code: 'WorkerFailed', message, position: null, hint: 'Report this with the query.' };
}

export const decodeError = ({ code, message, position, hint }: EncodedError): CypherError =>
  new CypherError(code, message, position, hint);
