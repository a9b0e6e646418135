/** The syntax tree. `at` and `end` are offsets of the query text. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export type LabelExpression =
  | { readonly kind: 'label'; readonly name: string; readonly at: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'and' | 'or'; readonly left: LabelExpression; readonly right: LabelExpression };

/** How often something repeats; no upper bound is null. */
export interface Range {
  readonly min: number;
  readonly max: number | null;
}

export interface NodePattern extends Span {
  readonly variable: string | null;
  readonly labels: LabelExpression | null;
  readonly properties: Expression | null;
  readonly where: Expression | null;
}

export interface RelationshipPattern extends Span {
  readonly variable: string | null;
  readonly types: LabelExpression | null;
  readonly properties: Expression | null;
  readonly where: Expression | null;
  readonly kind: 'relationship';
  readonly direction: 'out' | 'in' | 'both';
  readonly range: Range | null;
  /** `-[r]->{1,3}`, not `-[r*1..3]->`. */
  readonly quantified: boolean;
}

/** `((a)-[r]->(b) WHERE ...){1,4}`: its variables are lists outside of it. */
export interface GroupPattern extends Span {
  readonly kind: 'group';
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
  readonly where: Expression | null;
  readonly range: Range;
}

/** Which of the paths between two nodes are wanted; `count` is the number of paths, or of lengths for `groups`. */
export interface Selector {
  readonly kind: 'shortestPath' | 'allShortestPaths' | 'any' | 'shortest' | 'allShortest' | 'groups';
  readonly count: number;
}

/** Nodes and, between each and the next, a relationship or a group. */
export interface PathPattern extends Span {
  readonly variable: string | null;
  readonly selector: Selector | null;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly (RelationshipPattern | GroupPattern)[];
  /** Inside the brackets of `SHORTEST 1 ((a)-->(b) WHERE ...)`: decides before the selection. */
  readonly where: Expression | null;
}

export type ExpressionNode =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'variable' | 'parameter'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression }
  | {
      readonly kind: 'slice';
      readonly of: Expression;
      readonly from: Expression | null;
      readonly to: Expression | null;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'isType'; readonly of: Expression; readonly type: ValueType; readonly negated: boolean }
  | { readonly kind: 'hasLabels'; readonly of: Expression; readonly labels: LabelExpression }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly distinct: boolean;
      readonly star: boolean;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'case';
      readonly subject: Expression | null;
      readonly branches: readonly CaseBranch[];
      readonly otherwise: Expression | null;
    }
  | {
      readonly kind: 'comprehension';
      readonly variable: string;
      readonly list: Expression;
      readonly where: Expression | null;
      readonly map: Expression | null;
    }
  | {
      readonly kind: 'quantifier';
      readonly mode: string;
      readonly variable: string;
      readonly list: Expression;
      readonly where: Expression;
    }
  | {
      readonly kind: 'reduce';
      readonly accumulator: string;
      readonly start: Expression;
      readonly variable: string;
      readonly list: Expression;
      readonly step: Expression;
    }
  | { readonly kind: 'pattern'; readonly path: PathPattern }
  | {
      readonly kind: 'patternComprehension';
      readonly path: PathPattern;
      readonly where: Expression | null;
      readonly map: Expression;
    }
  | { readonly kind: 'subquery'; readonly mode: 'exists' | 'count' | 'collect'; readonly query: Query }
  | { readonly kind: 'projection'; readonly of: Expression; readonly items: readonly MapItem[] };

/** A test of a CASE with a subject may be `> 3`: then the operator is given, else the values are compared. */
export interface CaseBranch {
  readonly tests: readonly { readonly operator: string | null; readonly value: Expression }[];
  readonly result: Expression;
}

/** `INTEGER`, `LIST<ANY NOT NULL>`, `STRING | BOOLEAN`. */
export interface ValueType {
  readonly names: readonly { readonly name: string; readonly notNull: boolean; readonly items: ValueType | null }[];
}

export type MapItem =
  | { readonly kind: 'all' }
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'entry'; readonly name: string; readonly value: Expression };

export type Expression = ExpressionNode & Span;

export interface Item extends Span {
  readonly expression: Expression;
  readonly name: string;
}

export interface Projection extends Span {
  readonly kind: 'with' | 'return';
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly Item[];
  readonly order: readonly { readonly expression: Expression; readonly descending: boolean }[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  readonly where: Expression | null;
}

/** What `YIELD` takes from a procedure, with its new name. */
export interface Yield extends Span {
  readonly column: string;
  readonly name: string;
}

export interface ProcedureCall extends Span {
  readonly kind: 'procedure';
  readonly name: string;
  readonly optional: boolean;
  /** Null where there are no brackets: the arguments are parameters with the names of the procedure's arguments. */
  readonly args: readonly Expression[] | null;
  /** Null without YIELD, which only a call that stands alone may leave out; `*` takes all. */
  readonly yields: readonly Yield[] | '*' | null;
  readonly where: Expression | null;
  readonly alone: boolean;
}

export type Clause =
  /** Ends a query that returns nothing. */
  | (Span & { readonly kind: 'finish' })
  | ProcedureCall
  | (Span & {
      readonly kind: 'match';
      readonly optional: boolean;
      readonly paths: readonly PathPattern[];
      readonly where: Expression | null;
    })
  | (Span & { readonly kind: 'unwind'; readonly list: Expression; readonly variable: string })
  | (Span & {
      readonly kind: 'subquery';
      readonly imports: readonly string[] | 'all' | null;
      readonly optional: boolean;
      readonly query: Query;
    })
  | Projection;

/** A query in brackets, or the whole one. */
export interface Query extends Span {
  readonly parts: readonly (readonly Clause[])[];
  readonly all: readonly boolean[];
}
