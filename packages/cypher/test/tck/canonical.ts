import { EdgeRef, isInteger, isMap, NodeRef, PathRef, WholeFloat } from '../../src/values.ts';
import type { CypherDate } from '../../src/temporal.ts';
import { floatText, mapText } from './expected-value.ts';

const entries = (value: object): (readonly [string, unknown])[] => Object.entries(value);

/** The text of a value as the engine holds it; equal to that of `ExpectedValue` for equal values. */
export function canonical(value: unknown, anyOrder: boolean): string {
  const inner = (item: unknown): string => canonical(item, anyOrder);
  const properties = (of: object): string =>
    mapText(
      entries(of)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, inner(item)]),
    );
  const node = (of: NodeRef): string => `(${[...of.labels].sort().join(':')}${properties(of.properties)})`;
  const relationship = (of: EdgeRef): string => `[${of.type}${properties(of.properties)}]`;
  if (value === null || typeof value === 'boolean' || isInteger(value)) return String(value);
  if (value instanceof WholeFloat) return floatText(value.value);
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(anyOrder ? value.map(inner).sort() : value.map(inner)).join(',')}]`;
  if (value instanceof NodeRef) return node(value);
  if (value instanceof EdgeRef) return relationship(value);
  if (value instanceof PathRef) {
    const steps = value.relationships.map((step, at) =>
      step.from === value.nodes[at]!.index
        ? `${relationship(step)}>${node(value.nodes[at + 1]!)}`
        : `<${relationship(step)}${node(value.nodes[at + 1]!)}`,
    );
    return `<${node(value.nodes[0]!)}${steps.join('')}>`;
  }
  if (isMap(value)) return mapText(entries(value).map(([key, item]) => [key, inner(item)]));
  // The TCK leaves seconds out where they are zero; Neo4j and the engine write them.
  return JSON.stringify((value as CypherDate).toString().replace(/(\d\d:\d\d):00(?=$|[Z+[-])/, '$1'));
}
