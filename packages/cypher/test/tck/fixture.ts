import type { Expression, LabelExpression, NodePattern, PathPattern, RelationshipPattern } from '../../src/ast.ts';
import { compileExpression } from '../../src/compile-expression.ts';
import { compileClause } from '../../src/compile-query.ts';
import { Context } from '../../src/context.ts';
import { Cursor } from '../../src/cursor.ts';
import { PropertyGraph } from '../../src/graph.ts';
import type { GraphEdgeInput, GraphNodeInput } from '../../src/graph-data.ts';
import { Limits } from '../../src/limits.ts';
import { parsePath } from '../../src/parse-pattern.ts';
import { parseClause } from '../../src/parse-query.ts';
import { Frame, Scope } from '../../src/scope.ts';
import { EdgeRef, NodeRef } from '../../src/values.ts';
import type { PropertyValue, Row } from '../../src/values.ts';

/** The labels of `:A:B`. */
/** DELETE comes later, and then reads. */
const EVERYTHING = { has: () => true };

function names(labels: LabelExpression | null): string[] {
  if (labels === null) return [];
  if (labels.kind === 'label') return [labels.name];
  if (labels.kind !== 'and') throw new Error('A fixture gives labels one by one.');
  return [...names(labels.left), ...names(labels.right)];
}

/** Makes the graphs of the TCK: runs the few writing clauses that its fixtures use, by building the graph anew. */
export class Fixture {
  readonly nodes: GraphNodeInput[] = [];
  edges: GraphEdgeInput[] = [];
  #graph: PropertyGraph | null = null;
  #made = 0;
  #scope = new Scope(new Frame(''));
  #rows: Row[] = [];

  get graph(): PropertyGraph {
    this.#graph ??= PropertyGraph.build(this.nodes, this.edges);
    return this.#graph;
  }

  execute(text: string): void {
    const c = new Cursor(text);
    this.#scope = new Scope(new Frame(text));
    this.#rows = [[]];
    while (c.peek().kind !== 'end') {
      if (c.symbol(';')) continue;
      if (c.word('CREATE')) this.#create(c);
      else if (c.word('DELETE')) this.#delete(c);
      else this.#read(c);
    }
  }

  /** A run whose row holds the given values. */
  #context(row: Row): Context {
    const context = new Context(this.graph, {}, { slots: this.#scope.frame.slots, read: EVERYTHING }, new Limits({}));
    for (const [slot, value] of row.entries()) context.row[slot] = value;
    return context;
  }

  #read(c: Cursor): void {
    const clause = parseClause(c);
    if (clause === null) throw c.unexpected('a clause');
    const { stage, scope } = compileClause(clause, this.#scope);
    const context = this.#context([]);
    const rows: Row[] = [];
    const source = stage((emit) => {
      for (const row of this.#rows) {
        for (const [slot, value] of row.entries()) context.row[slot] = value;
        if (!emit()) return false;
      }
      return true;
    }, context);
    source(() => rows.push(context.row.slice()) > 0);
    this.#rows = rows;
    this.#scope = scope;
  }

  #create(c: Cursor): void {
    const paths = [parsePath(c)];
    while (c.symbol(',')) paths.push(parsePath(c));
    for (const path of paths) {
      this.#createPath(path);
      this.#rebind();
    }
  }

  /** Builds the graph anew and lets the rows point into it: a later path may read what this one has made. */
  #rebind(): void {
    this.#graph = null;
    const { graph } = this;
    const rebind = (value: unknown): unknown => {
      if (value instanceof NodeRef) return graph.node(value.index);
      return Array.isArray(value) ? value.map(rebind) : value;
    };
    this.#rows = this.#rows.map((row) => row.map(rebind));
  }

  #createPath({ nodes, relationships }: PathPattern): void {
    const slots = nodes.map((node) => this.#createNode(node));
    for (const [at, step] of relationships.entries()) {
      if (step.kind === 'group') throw new Error('A fixture repeats nothing.');
      const { slot } = this.#slot(step, 'relationship');
      const [from, to] = step.direction === 'in' ? [slots[at + 1]!, slots[at]!] : [slots[at]!, slots[at + 1]!];
      this.#each(step.properties, (row, properties) => {
        const id = String(this.#made);
        this.#made += 1;
        const type = names(step.types)[0]!;
        const [start, end] = [row[from] as NodeRef, row[to] as NodeRef];
        this.edges.push({ id, type, from: String(start.index), to: String(end.index), properties });
        row[slot] = new EdgeRef(start.graph, Number(id), start.index, end.index);
      });
    }
  }

  #createNode(node: NodePattern): number {
    const { slot, known } = this.#slot(node, 'node');
    if (known) return slot;
    this.#each(node.properties, (row, properties) => {
      const id = String(this.nodes.length);
      this.nodes.push({ id, labels: names(node.labels), properties });
      row[slot] = new NodeRef(this.graph, Number(id));
    });
    return slot;
  }

  #slot(
    { variable }: NodePattern | RelationshipPattern,
    kind: 'node' | 'relationship',
  ): { slot: number; known: boolean } {
    const known = variable === null ? undefined : this.#scope.names.get(variable);
    if (known !== undefined) return { slot: known.slot, known: true };
    const { slot } = variable === null ? { slot: this.#scope.frame.slot() } : this.#scope.declare(variable, kind);
    return { slot, known: false };
  }

  #each(properties: Expression | null, make: (row: Row, properties: Record<string, PropertyValue>) => void): void {
    const evaluate = properties === null ? null : compileExpression(properties, this.#scope);
    for (const row of this.#rows) {
      const values = evaluate === null ? {} : (evaluate(row, this.#context(row)) as Record<string, PropertyValue>);
      make(row, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)));
    }
  }

  #delete(c: Cursor): void {
    const { slot } = this.#scope.find(c.name('a relationship'), c.peek().at);
    const gone = new Set(this.#rows.map((row) => (row[slot] as EdgeRef).id));
    this.edges = this.edges.filter((edge) => !gone.has(edge.id));
  }
}
