/** The tree of a query. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Expression; readonly key: string }
  | { readonly kind: 'hasLabel'; readonly of: Expression; readonly labels: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: 'NOT' | 'IS NULL' | 'IS NOT NULL' | '-'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly distinct: boolean; readonly star: boolean; readonly of: readonly Expression[] };

export interface NodePattern {
  readonly variable: string;
  readonly labels: readonly string[];
  readonly properties: readonly (readonly [string, Expression])[];
}
export interface EdgePattern {
  readonly variable: string;
  readonly types: readonly string[];
  readonly direction: 'out' | 'in' | 'both';
  readonly properties: readonly (readonly [string, Expression])[];
  /** Null for exactly one edge. */
  readonly length: { readonly from: number; readonly to: number } | null;
}
export interface PathPattern {
  readonly nodes: readonly NodePattern[];
  readonly edges: readonly EdgePattern[];
}
export interface MatchClause {
  readonly kind: 'match';
  readonly optional: boolean;
  readonly paths: readonly PathPattern[];
  readonly where: Expression | null;
}
export interface ProjectClause {
  readonly kind: 'with' | 'return';
  readonly distinct: boolean;
  readonly items: readonly { readonly of: Expression; readonly name: string }[];
  readonly order: readonly { readonly by: Expression; readonly descending: boolean }[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  readonly where: Expression | null;
}
export interface UnwindClause {
  readonly kind: 'unwind';
  readonly of: Expression;
  readonly name: string;
}
export type ClauseNode = MatchClause | ProjectClause | UnwindClause;
export interface Query {
  readonly clauses: readonly ClauseNode[];
}
