export { createApp } from './app.ts';
export { guardedQuery } from './cypher-guard.ts';
export { Library } from './library.ts';
export { serve, type Server } from './server.ts';
export { openEmbeddedGraph } from './store/embedded-graph.ts';
export { openRecordStore } from './store/record-store.ts';
