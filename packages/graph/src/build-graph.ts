import type { Decision, DocumentRecord, Graph, Ontology } from '@attest/model';
import { GraphBuilder } from './builder.ts';

/** Records and decisions to the whole projection. The same records in any order give the same graph and digest. */
export function buildGraph(
  records: readonly DocumentRecord[],
  ontology: Ontology,
  decisions: readonly Decision[] = [],
): Graph {
  const builder = new GraphBuilder(ontology, { decisions });
  for (const record of records) builder.addRecord(record);
  return builder.build().graph;
}
