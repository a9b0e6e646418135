export { buildGraph } from './build-graph.ts';
export { GraphBuilder, type Built } from './builder.ts';
export type { Proposal } from './resolve/proposals.ts';
export type { Unplaced } from './decide/edit.ts';
export type { BuilderOptions } from './options.ts';
export type { RecordSource } from './record-source.ts';
