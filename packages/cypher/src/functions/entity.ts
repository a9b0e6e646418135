import { equals } from '../compare.ts';
import type { Context } from '../context.ts';
import { makeList } from '../limits.ts';
import { LIST, list, path, relationship, strict } from './definition.ts';
import type { Definition } from './definition.ts';
import { typeError } from '../type-error.ts';
import { EdgeRef, isMap, NodeRef } from '../values.ts';
import { typeName } from '../value-type.ts';

const ENTITY = [['node', 'relationship']] as const;

function entity(value: unknown): NodeRef | EdgeRef {
  if (value instanceof NodeRef || value instanceof EdgeRef) return value;
  throw typeError('a node or relationship', value);
}

function properties(value: unknown): Record<string, unknown> {
  if (value instanceof NodeRef || value instanceof EdgeRef) return value.properties;
  if (isMap(value)) return value;
  throw typeError('a node, relationship or map', value);
}

function end(value: unknown, { graph }: Context, which: 'from' | 'to'): NodeRef {
  return graph.node(relationship(value)[which]);
}

export const ENTITY_FUNCTIONS: Readonly<Record<string, Definition>> = {
  id: strict(1, 1, ENTITY, ([value]) => entity(value).index),
  elementid: strict(1, 1, ENTITY, ([value]) => entity(value).id),
  labels: strict(1, 1, [['node']], ([value]) => {
    if (!(value instanceof NodeRef)) throw typeError('a node', value);
    return value.labels;
  }),
  type: strict(1, 1, [['relationship']], ([value]) => relationship(value).type),
  startnode: strict(1, 1, [['relationship']], ([value], context) => end(value, context, 'from')),
  endnode: strict(1, 1, [['relationship']], ([value], context) => end(value, context, 'to')),
  properties: strict(1, 1, [['node', 'relationship', 'map']], ([value]) => properties(value)),
  keys: strict(1, 1, [['node', 'relationship', 'map']], ([value]) => Object.keys(properties(value))),
  nodes: strict(1, 1, [['path']], ([value]) => path(value).nodes),
  relationships: strict(1, 1, [['path']], ([value]) => path(value).relationships),
  length: strict(1, 1, [['path']], ([value]) => path(value).relationships.length),
  head: strict(1, 1, LIST, ([value]) => list(value)[0] ?? null),
  last: strict(1, 1, LIST, ([value]) => list(value).at(-1) ?? null),
  tail: strict(1, 1, LIST, ([value]) => {
    makeList(list(value).length);
    return list(value).slice(1);
  }),
  coalesce: { min: 1, max: 999, types: [], call: (args) => args.find((value) => value !== null) ?? null },
  nullif: { min: 2, max: 2, types: [], call: ([a, b]) => (equals(a, b) === true ? null : a) },
  valuetype: { min: 1, max: 1, types: [], call: ([value]) => typeName(value) },
};
