import type { Graph } from '@attest/model';
import { fullText, indexed } from '../indexes.ts';
import { idProperty } from '../result-json.ts';
import { kindOf } from './difference.ts';
import { quoted } from './statements.ts';

/** Constraints and indexes that the loader and the usual questions need. They may all be made again. */
export function schemaStatements(graph: Graph): readonly string[] {
  const kinds = [
    ...new Set(['Entity', 'Claim', 'Document', 'Span', 'Alias', 'Projection', ...graph.nodes.map(kindOf)]),
  ];
  return [
    ...kinds.map(
      (kind) =>
        `CREATE CONSTRAINT ${quoted(`attest_${kind}`)} IF NOT EXISTS FOR (n:${quoted(kind)}) REQUIRE n.${idProperty} IS UNIQUE`,
    ),
    ...indexed.map(
      ([label, property]) =>
        `CREATE INDEX attest_${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
    ),
    'CREATE TEXT INDEX attest_Entity_name_text IF NOT EXISTS FOR (n:Entity) ON (n.name)',
    `CREATE FULLTEXT INDEX ${fullText.name} IF NOT EXISTS FOR (n:${fullText.labels.join('|')}) ON EACH [${fullText.properties.map((property) => `n.${property}`).join(', ')}]`,
  ];
}

/**
 * All labels, first those that stand first on some node, then second, then third. Neo4j's `labels(n)` answers in the order in
 * which labels were first made; made in this order, it answers as the embedded store does.
 */
export function labelsInOrder({ nodes }: Graph): readonly string[] {
  const places = [0, 1, 2].map((place) => nodes.flatMap(({ labels }) => labels[place] ?? []).toSorted());
  return [...new Set([...places.flat(), ...nodes.flatMap(({ labels }) => labels)])];
}
