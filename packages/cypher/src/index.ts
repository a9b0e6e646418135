export { CypherError, type CypherErrorCode, type Position } from './errors.ts';
export { PropertyGraph, type GraphEdgeInput, type GraphNodeInput, type GraphOptions } from './graph.ts';
export type { RunOptions } from './context.ts';
export { compile, run, type CompiledQuery, type QueryResult } from './run.ts';
export { CypherDate } from './temporal.ts';
export { CypherNode, CypherPath, CypherRelationship, type PropertyValue } from './values.ts';
