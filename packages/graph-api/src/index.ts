export { guardedQuery } from './cypher-guard.ts';
export { csvLine } from './export/csv.ts';
export { serve, type Server } from './server.ts';
export { openEmbeddedGraph } from './store/embedded-graph.ts';
export { openRecordStore } from './store/record-store.ts';
export { recordBytes, recordIn } from './store/record-file.ts';
