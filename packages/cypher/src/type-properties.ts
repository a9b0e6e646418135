import { grouped } from './column.ts';
import type { Column } from './column.ts';
import { spend } from './limits.ts';
import type { Procedure, ProcedureField } from './procedure.ts';
import { CypherDate, CypherDateTime, CypherDuration, CypherLocalDateTime } from './temporal.ts';
import { CypherLocalTime, CypherTime } from './temporal.ts';

const TEMPORAL = [
  [CypherDate, 'Date'],
  [CypherDateTime, 'DateTime'],
  [CypherLocalDateTime, 'LocalDateTime'],
  [CypherTime, 'Time'],
  [CypherLocalTime, 'LocalTime'],
  [CypherDuration, 'Duration'],
] as const;

/** Neo4j's name for the type of a stored value. */
function typeName(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return 'Long';
  if (Array.isArray(value)) return `${typeName(value[0] ?? '')}Array`;
  return TEMPORAL.find(([type]) => value instanceof type)?.[1] ?? 'Double';
}

/** One row per property that some of the nodes or relationships have: its name, its types, whether all have it; nulls if there is none. */
function* rowsOf(members: Uint32Array, columns: ReadonlyMap<string, Column>): Iterable<unknown[]> {
  let any = false;
  for (const [name, column] of columns) {
    const types = new Set<string>();
    let count = 0;
    for (const index of members) {
      spend(1);
      const value = column.get(index);
      if (value === null) continue;
      types.add(typeName(value));
      count += 1;
    }
    if (count > 0) yield [name, [...types].sort(), count === members.length];
    any ||= count > 0;
  }
  if (!any) yield [null, null, false];
}

const field = (name: string, type: ProcedureField['type']): ProcedureField => ({ name, type });
const ROW = [field('propertyName', 'string'), field('propertyTypes', 'list'), field('mandatory', 'boolean')] as const;
const quoted = (name: string): string => `:\`${name}\``;

/** `db.schema.nodeTypeProperties`: what nodes of each set of labels have. */
export const nodeTypeProperties: Procedure = {
  name: 'db.schema.nodeTypeProperties',
  arguments: [],
  results: [field('nodeType', 'string'), field('nodeLabels', 'list'), ...ROW],
  *call(_, { data }) {
    const { offsets, items } = grouped(data.labelSetOf, data.labelSets.length);
    for (const [group, set] of data.labelSets.entries()) {
      const nodes = items.subarray(offsets[group], offsets[group + 1]);
      const labels = [...set].sort();
      if (nodes.length === 0) continue;
      for (const row of rowsOf(nodes, data.nodeColumns)) yield [labels.map(quoted).join(''), labels, ...row];
    }
  },
};

/** `db.schema.relTypeProperties`: what relationships of each type have. */
export const relTypeProperties: Procedure = {
  name: 'db.schema.relTypeProperties',
  arguments: [],
  results: [field('relType', 'string'), ...ROW],
  *call(_, { data }) {
    const { offsets, items } = grouped(data.typeOf, data.types.length);
    for (const [type, name] of data.types.entries()) {
      const edges = items.subarray(offsets[type], offsets[type + 1]);
      if (edges.length === 0) continue;
      for (const row of rowsOf(edges, data.edgeColumns)) yield [quoted(name), ...row];
    }
  },
};
