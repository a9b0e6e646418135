export { CypherError, type Position } from './error.ts';
export { PropertyGraph, type BuildOptions } from './graph.ts';
export type { RunOptions } from './limits.ts';
export { compile, run, type QueryResult } from './run.ts';
export { CypherDate, type CypherNode, type CypherRelationship, type PropertyValue } from './values.ts';
