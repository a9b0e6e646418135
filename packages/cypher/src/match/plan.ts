import type { LabelExpression, Range, RelationshipPattern, Selector } from '../ast.ts';
import type { Evaluate } from '../context.ts';

/** A condition, and the slots that must be filled before it can be asked. */
export interface Predicate {
  readonly evaluate: Evaluate;
  readonly reads: ReadonlySet<number>;
  readonly text: string;
}

/** A property that equals a value (or one of a list of them): an index can look it up. */
export interface Seek {
  readonly property: string;
  readonly value: Evaluate;
  readonly anyOf: boolean;
  readonly reads: ReadonlySet<number>;
}

/** A node of a pattern, with all that its mentions in one MATCH ask for. */
export interface NodePlan {
  readonly slot: number;
  readonly name: string;
  readonly labels: LabelExpression | null;
  readonly seeks: readonly Seek[];
  /** Its properties and inline WHERE. */
  readonly inline: readonly Predicate[];
}

export interface EdgePlan {
  readonly kind: 'edge';
  readonly slot: number;
  readonly name: string;
  readonly from: NodePlan;
  readonly to: NodePlan;
  readonly direction: RelationshipPattern['direction'];
  readonly types: LabelExpression | null;
  /** Null for exactly one. */
  readonly range: Range | null;
  /** Bound by an earlier clause. */
  readonly bound: boolean;
  /** The slot by which `inline` knows the relationship: its own, or that of each one of several. */
  readonly element: number;
  readonly inline: readonly Predicate[];
  /** Conditions on every node of a shortest path, each with the slot that it knows the node by. */
  readonly through: readonly { readonly slot: number; readonly predicate: Predicate }[];
}

/** A repeated part: each variable inside becomes a list outside. */
export interface GroupPlan {
  readonly kind: 'group';
  readonly from: NodePlan;
  readonly to: NodePlan;
  readonly nodes: readonly NodePlan[];
  readonly edges: readonly EdgePlan[];
  readonly range: Range;
  /** The slot for all its relationships in the order of the pattern. */
  readonly slot: number;
  readonly lists: readonly { readonly inner: number; readonly outer: number }[];
  readonly where: readonly Predicate[];
}

export type StepPlan = EdgePlan | GroupPlan;

export interface PathPlan {
  /** Null where the path has no name and nobody asks for it. */
  readonly slot: number | null;
  readonly name: string;
  readonly selector: Selector | null;
  readonly nodes: readonly NodePlan[];
  readonly steps: readonly StepPlan[];
  /** Decide before the selection. */
  readonly where: readonly Predicate[];
}

/** All patterns of one MATCH. */
export interface MatchPlan {
  readonly paths: readonly PathPlan[];
  readonly nodes: readonly NodePlan[];
  /** Slots that are filled before. */
  readonly bound: ReadonlySet<number>;
  readonly predicates: readonly Predicate[];
}
