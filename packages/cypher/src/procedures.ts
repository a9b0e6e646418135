import { CypherError } from './errors.ts';
import { FUNCTIONS } from './functions/all.ts';
import type { PropertyGraph } from './graph.ts';
import type { Procedure, ProcedureField } from './procedure.ts';
import { schemaOf } from './schema.ts';
import { nodeTypeProperties, relTypeProperties } from './type-properties.ts';
import { AGGREGATES } from './walk.ts';

const field = (name: string, type: ProcedureField['type']): ProcedureField => ({ name, type });

function list(name: string, column: string, values: (graph: PropertyGraph) => Iterable<string>): Procedure {
  return {
    name,
    arguments: [],
    results: [field(column, 'string')],
    *call(_, graph) {
      for (const value of [...values(graph)].sort()) yield [value];
    },
  };
}

const queryNodes: Procedure = {
  name: 'db.index.fulltext.queryNodes',
  arguments: [
    field('indexName', 'string'),
    field('queryString', 'string'),
    { ...field('options', 'map'), optional: true },
  ],
  results: [field('node', 'node'), field('score', 'float')],
  *call([name, query, options], graph) {
    const index = typeof name === 'string' ? graph.textIndex(name) : null;
    if (index === null) {
      const names = graph.fullText.map((one) => one.name).join(', ');
      throw new CypherError(
        'ArgumentError',
        `There is no full-text index ${String(name)}.`,
        null,
        `Use one of: ${names}.`,
      );
    }
    if (typeof query !== 'string')
      throw new CypherError('TypeError', 'The search text is no text.', null, 'Pass a text.');
    const { skip = 0, limit = Infinity } = (options ?? {}) as { skip?: number; limit?: number };
    try {
      const hits = index.search(query);
      for (const { node, score } of hits.slice(skip, skip + limit)) yield [graph.node(node), score];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CypherError('ArgumentError', error.message, null, 'Put words in quotes to search them as they are.');
    }
  },
};

/** `type`: only those of one type; null for all. */
const indexes = (name: string, type: string | null): Procedure => ({
  name,
  arguments: [],
  results: [
    field('id', 'integer'),
    field('name', 'string'),
    field('state', 'string'),
    field('type', 'string'),
    field('entityType', 'string'),
    field('labelsOrTypes', 'list'),
    field('properties', 'list'),
  ],
  *call(_, graph) {
    const all = [
      ...graph.indexes.map(({ label, property }) => [`index_${label}_${property}`, 'RANGE', [label], [property]]),
      ...graph.fullText.map((one) => [one.name, 'FULLTEXT', [...one.labels], [...one.properties]]),
    ];
    for (const [index, [called, kind, labels, properties]] of all.entries()) {
      if (type === null || kind === type) yield [index + 1, called, 'ONLINE', kind, 'NODE', labels, properties];
    }
  },
});

const functions = list('show.functions', 'name', () => [...FUNCTIONS.keys(), ...AGGREGATES]);

const visualization: Procedure = {
  name: 'db.schema.visualization',
  arguments: [],
  results: [field('nodes', 'list'), field('relationships', 'list')],
  *call(_, graph) {
    const schema = schemaOf(graph);
    yield [schema.nodes, schema.relationships];
  },
};

const ALL: readonly Procedure[] = [
  list('db.labels', 'label', (graph) => graph.labels()),
  list('db.relationshipTypes', 'relationshipType', (graph) => graph.data.types),
  list(
    'db.propertyKeys',
    'propertyKey',
    ({ data }) => new Set([...data.nodeColumns.keys(), ...data.edgeColumns.keys()]),
  ),
  queryNodes,
  visualization,
  nodeTypeProperties,
  relTypeProperties,
  indexes('show.indexes', null),
  indexes('show.indexes.range', 'RANGE'),
  indexes('show.indexes.fulltext', 'FULLTEXT'),
  functions,
];

const procedures = list('show.procedures', 'name', () =>
  ALL.map(({ name }) => name).filter((name) => name.startsWith('db.')),
);

/** Every procedure of the engine, by its name in lower case. */
export const PROCEDURES: ReadonlyMap<string, Procedure> = new Map(
  [...ALL, procedures].map((one) => [one.name.toLowerCase(), one]),
);
