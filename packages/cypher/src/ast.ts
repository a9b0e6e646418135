/** The syntax tree. `at` and `end` are offsets of the query text. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export type LabelExpression =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'and' | 'or'; readonly left: LabelExpression; readonly right: LabelExpression };

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
  readonly direction: 'out' | 'in' | 'both';
  readonly range: { readonly min: number; readonly max: number | null } | null;
}

export interface PathPattern extends Span {
  readonly variable: string | null;
  readonly shortest: 'one' | 'all' | null;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
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
      readonly branches: readonly (readonly [readonly Expression[], Expression])[];
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

export type Clause =
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

export interface Query extends Span {
  readonly parts: readonly (readonly Clause[])[];
  readonly all: readonly boolean[];
}
