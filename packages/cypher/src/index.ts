export { CypherError, type CypherErrorCode, type Position } from './errors.ts';
export { PropertyGraph } from './graph.ts';
export type {
  FullTextDefinition,
  GraphEdgeInput,
  GraphNodeInput,
  GraphOptions,
  IndexDefinition,
} from './graph-data.ts';
export type { PlanStep, RunOptions } from './context.ts';
export type { Procedure, ProcedureField } from './procedure.ts';
export { compile, run, type CompiledQuery, type QueryResult } from './run.ts';
export type { Notification } from './scope.ts';
export {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
} from './temporal.ts';
export { CypherNode, CypherPath, CypherRelationship, WholeFloat, type PropertyValue } from './values.ts';
