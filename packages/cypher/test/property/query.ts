import { CypherDate } from '../../src/index.ts';

/** The part of Cypher that the generated queries use, as data: written as text for the engine, walked by the brute force. */
export type Scalar = string | number | boolean | null | CypherDate;
export type LabelTest =
  | { readonly kind: 'none' }
  | { readonly kind: 'any' | 'all' | 'not'; readonly labels: readonly string[] };
export interface NodePattern {
  readonly name: string | null;
  readonly label: LabelTest;
  readonly number: number | null;
}
export interface RelationshipPattern {
  readonly name: string | null;
  readonly types: readonly string[];
  readonly direction: 'out' | 'in' | 'any';
  readonly length: readonly [number, number] | null;
  readonly weight: number | null;
}
/** One node more than relationships. */
export interface PathPattern {
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
}
export type Term =
  | { readonly kind: 'property'; readonly of: string; readonly key: string }
  | { readonly kind: 'ids'; readonly of: string }
  | { readonly kind: 'size'; readonly of: string }
  | { readonly kind: 'literal'; readonly value: Scalar };
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Condition =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Term; readonly right: Term }
  | { readonly kind: 'null'; readonly term: Term; readonly negated: boolean }
  | { readonly kind: 'in'; readonly term: Term; readonly list: readonly Scalar[] }
  | { readonly kind: 'label'; readonly of: string; readonly label: string }
  | { readonly kind: 'different'; readonly one: string; readonly other: string }
  | {
      readonly kind: 'exists';
      readonly of: string;
      readonly relationship: RelationshipPattern;
      readonly negated: boolean;
    }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'AND' | 'OR' | 'XOR'; readonly left: Condition; readonly right: Condition };
export interface Match {
  readonly optional: boolean;
  readonly paths: readonly PathPattern[];
  readonly where: Condition | null;
}
type Selector = 'shortestPath' | 'allShortestPaths' | 'ANY' | 'ALL SHORTEST' | 'SHORTEST' | 'SHORTEST GROUPS';
/** Shortest trails between two bound nodes. */
export interface Shortest {
  readonly selector: Selector;
  /** How many paths or groups, where the selector counts. */
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly relationship: RelationshipPattern & { readonly length: readonly [number, number] };
  /** Both ends of every step, where the relationship is repeated within a group. */
  readonly inner: readonly [LabelTest, LabelTest] | null;
}
export type Aggregate = 'count' | 'sum' | 'min' | 'max' | 'avg';
export type Item =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'rows' }
  | { readonly kind: 'aggregate'; readonly name: Aggregate; readonly distinct: boolean; readonly term: Term };
export interface Query {
  readonly matches: readonly Match[];
  readonly shortest: Shortest | null;
  /** Lengths are written `{1,2}`, not `*1..2`: no query may hold both. */
  readonly quantified: boolean;
  readonly distinct: boolean;
  readonly items: readonly Item[];
  /** Ordered by all columns, each one down or up; null leaves the order open. */
  readonly order: readonly boolean[] | null;
  readonly skip: number;
  readonly limit: number | null;
}

function labelText(test: LabelTest): string {
  if (test.kind === 'none') return '';
  if (test.kind === 'not') return `:!${test.labels[0]}`;
  return `:${test.labels.join(test.kind === 'any' ? '|' : '&')}`;
}

const nodeText = ({ name, label, number }: NodePattern): string =>
  `(${name ?? ''}${labelText(label)}${number === null ? '' : ` {number: ${number}}`})`;

function relationshipText(pattern: RelationshipPattern, quantified: boolean): string {
  const { name, types, direction, length, weight } = pattern;
  const type = types.length === 0 ? '' : `:${types.join('|')}`;
  const stars = length === null || quantified ? '' : `*${length[0]}..${length[1]}`;
  const times = length === null || !quantified ? '' : `{${length[0]},${length[1]}}`;
  const inner = `[${name ?? ''}${type}${stars}${weight === null ? '' : ` {weight: ${weight}}`}]`;
  return `${direction === 'in' ? '<-' : '-'}${inner}${direction === 'out' ? '->' : '-'}${times}`;
}

function scalarText(value: Scalar): string {
  if (value instanceof CypherDate) return `date('${value.toString()}')`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function termText(term: Term): string {
  if (term.kind === 'literal') return scalarText(term.value);
  if (term.kind === 'size') return `size(${term.of})`;
  return term.kind === 'property' ? `${term.of}.${term.key}` : `[x IN ${term.of} | x.id]`;
}

function conditionText(condition: Condition, quantified: boolean): string {
  switch (condition.kind) {
    case 'compare':
      return `${termText(condition.left)} ${condition.operator} ${termText(condition.right)}`;
    case 'null':
      return `${termText(condition.term)} IS ${condition.negated ? 'NOT ' : ''}NULL`;
    case 'in':
      return `${termText(condition.term)} IN [${condition.list.map(scalarText).join(', ')}]`;
    case 'label':
      return `${condition.of}:${condition.label}`;
    case 'different':
      return `${condition.one} <> ${condition.other}`;
    case 'exists': {
      const pattern = `(${condition.of})${relationshipText(condition.relationship, quantified)}()`;
      // A pattern on its own holds no quantifier.
      const bare = condition.negated && !(quantified && condition.relationship.length !== null);
      return bare ? `NOT ${pattern}` : `${condition.negated ? 'NOT ' : ''}EXISTS { ${pattern} }`;
    }
    case 'not':
      return `NOT (${conditionText(condition.inner, quantified)})`;
    default:
      return `(${conditionText(condition.left, quantified)} ${condition.kind} ${conditionText(condition.right, quantified)})`;
  }
}

function pathText({ nodes, relationships }: PathPattern, quantified: boolean): string {
  const steps = nodes.map((node, index) => {
    const relationship = relationships[index];
    return nodeText(node) + (relationship === undefined ? '' : relationshipText(relationship, quantified));
  });
  return steps.join('');
}

function itemText(item: Item): string {
  if (item.kind === 'rows') return 'count(*)';
  if (item.kind === 'term') return termText(item.term);
  return `${item.name}(${item.distinct ? 'DISTINCT ' : ''}${termText(item.term)})`;
}

function matchText({ optional, paths, where }: Match, quantified: boolean): string {
  const patterns = paths.map((path) => pathText(path, quantified)).join(', ');
  const filter = where === null ? '' : ` WHERE ${conditionText(where, quantified)}`;
  return `${optional ? 'OPTIONAL ' : ''}MATCH ${patterns}${filter}`;
}

function shortestText({ selector, count, from, to, relationship, inner }: Shortest): string {
  if (selector === 'shortestPath' || selector === 'allShortestPaths') {
    return `${selector}((${from})${relationshipText(relationship, false)}(${to}))`;
  }
  const [low, high] = relationship.length;
  const step = relationshipText({ ...relationship, length: null }, true);
  const pattern =
    inner === null
      ? `${step}{${low},${high}}`
      : `((${labelText(inner[0])})${step}(${labelText(inner[1])})){${low},${high}}`;
  const choice = selector.startsWith('SHORTEST') ? selector.replace('SHORTEST', `SHORTEST ${count}`) : selector;
  return `${choice} (${from})${pattern}(${to})`;
}

/** The query as Cypher. Column k is called `ck`. */
export function queryText({ matches, shortest, quantified, distinct, items, order, skip, limit }: Query): string {
  const clauses = matches.map((match) => matchText(match, quantified));
  if (shortest !== null) clauses.push(`MATCH p = ${shortestText(shortest)}`);
  const columns = items.map((item, index) => `${itemText(item)} AS c${index}`);
  const directions = order?.map((down, index) => `c${index}${down ? ' DESC' : ''}`) ?? [];
  const sorted = order === null ? '' : ` ORDER BY ${directions.join(', ')}`;
  const cut = `${skip > 0 ? ` SKIP ${skip}` : ''}${limit === null ? '' : ` LIMIT ${limit}`}`;
  return `${clauses.join(' ')} RETURN ${distinct ? 'DISTINCT ' : ''}${columns.join(', ')}${sorted}${cut}`;
}
