import type { Expression, LabelExpression, NodePattern, PathPattern, RelationshipPattern } from '../../src/ast.ts';
import { compileExpression } from '../../src/compile-expression.ts';
import { compileClause } from '../../src/compile-query.ts';
import { Context } from '../../src/context.ts';
import { Cursor } from '../../src/cursor.ts';
import { PropertyGraph } from '../../src/graph.ts';
import type { GraphEdgeInput, GraphNodeInput } from '../../src/graph.ts';
import { parsePath } from '../../src/parse-pattern.ts';
import { parseClause } from '../../src/parse-query.ts';
import { Frame, Scope } from '../../src/scope.ts';
import { CypherNode, CypherRelationship } from '../../src/values.ts';
import type { PropertyValue, Row } from '../../src/values.ts';

/** The labels of `:A:B`. */
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

  #context(): Context {
    return new Context(this.graph, {});
  }

  #read(c: Cursor): void {
    const clause = parseClause(c);
    if (clause === null) throw c.unexpected('a clause');
    const { stage, scope } = compileClause(clause, this.#scope);
    const rows: Row[] = [];
    const source = stage((emit) => this.#rows.every((row) => emit(row)), this.#context());
    source((row) => rows.push(row.slice()) > 0);
    this.#rows = rows;
    this.#scope = scope;
  }

  #create(c: Cursor): void {
    const paths = [parsePath(c)];
    while (c.symbol(',')) paths.push(parsePath(c));
    for (const path of paths) this.#createPath(path);
    this.#graph = null;
    const { graph } = this;
    const rebind = (value: unknown): unknown => {
      if (value instanceof CypherNode) return graph.node(value.id);
      return Array.isArray(value) ? value.map(rebind) : value;
    };
    this.#rows = this.#rows.map((row) => row.map(rebind));
  }

  #createPath({ nodes, relationships }: PathPattern): void {
    const slots = nodes.map((node) => this.#createNode(node));
    for (const [at, step] of relationships.entries()) {
      const { slot } = this.#slot(step, 'relationship');
      const [from, to] = step.direction === 'in' ? [slots[at + 1]!, slots[at]!] : [slots[at]!, slots[at + 1]!];
      this.#each(step.properties, (row, properties) => {
        const id = String(this.edges.length);
        const type = names(step.types)[0]!;
        const ends = { from: (row[from] as CypherNode).id, to: (row[to] as CypherNode).id };
        this.edges.push({ id, type, ...ends, properties });
        row[slot] = new CypherRelationship(id, type, ends.from, ends.to, properties);
      });
    }
  }

  #createNode(node: NodePattern): number {
    const { slot, known } = this.#slot(node, 'node');
    if (known) return slot;
    this.#each(node.properties, (row, properties) => {
      const id = String(this.nodes.length);
      this.nodes.push({ id, labels: names(node.labels), properties });
      row[slot] = new CypherNode(id, names(node.labels), properties);
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
    const context = this.#context();
    for (const row of this.#rows) {
      const values = evaluate === null ? {} : (evaluate(row, context) as Record<string, PropertyValue>);
      make(row, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)));
    }
  }

  #delete(c: Cursor): void {
    const { slot } = this.#scope.find(c.name('a relationship'), c.peek().at);
    const gone = new Set(this.#rows.map((row) => (row[slot] as CypherRelationship).id));
    this.edges = this.edges.filter((edge) => !gone.has(edge.id));
  }
}
