export { buildGraph } from './build-graph.ts';
export { resolveEntities, type Resolved } from './resolve.ts';
export { deriveEdge, type ClaimView, type DerivedEdge, type Standing } from './standing.ts';
