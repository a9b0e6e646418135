import type { PropertyGraph } from './graph.ts';

/** A procedure that `CALL name(...) YIELD ...` can run; it must not change anything. */
export interface Procedure {
  readonly name: string;
  readonly arguments: readonly ProcedureField[];
  readonly results: readonly ProcedureField[];
  /** Gives rows in the order of `results`; values as parameters may hold them, nodes by `graph.nodeById`. */
  readonly call: (args: readonly unknown[], graph: PropertyGraph) => Iterable<readonly unknown[]>;
}
export interface ProcedureField {
  readonly name: string;
  readonly type:
    | 'any'
    | 'boolean'
    | 'integer'
    | 'float'
    | 'number'
    | 'string'
    | 'list'
    | 'map'
    | 'node'
    | 'relationship';
  /** A last argument that may be left out. */
  readonly optional?: boolean;
}
