import { CypherDate, PropertyGraph, run, type PropertyValue } from '../../src/index.ts';

const person = (id: string, name: string, properties: Record<string, PropertyValue> = {}) => ({
  id,
  labels: ['Entity', 'Person'],
  properties: { id, name, ...properties },
});
const edge = (id: string, from: string, type: string, to: string, properties: Record<string, PropertyValue> = {}) => ({
  id,
  type,
  from,
  to,
  properties,
});

/** A chain a-b-c-d with a short cut a-d that is only alleged, two parallel edges, a loop and a node on its own. */
export const actors = PropertyGraph.build(
  [
    person('a', 'Ann Lee', { age: 3, since: CypherDate.parse('2021-01-31'), note: 'wrote to the drug cartels' }),
    person('b', 'Bob Ray', { age: 1, note: 'answered Ann about the cartel' }),
    { id: 'c', labels: ['Entity', 'Body'], properties: { id: 'c', name: 'Court', note: 'a court of law' } },
    { id: 'd', labels: ['Entity', 'Body'], properties: { id: 'd', name: 'Delta Board' } },
    { id: 'x', labels: ['Alone'], properties: { id: 'x', name: 'Xi' } },
  ],
  [
    edge('1', 'a', 'URGED', 'b', { standing: 'stated', weight: 1 }),
    edge('2', 'a', 'URGED', 'b', { standing: 'stated', weight: 2 }),
    edge('3', 'b', 'LEADS', 'c', { standing: 'stated', weight: 3 }),
    edge('4', 'c', 'TOLD', 'd', { standing: 'stated', weight: 4 }),
    edge('5', 'a', 'ACCUSED', 'd', { standing: 'alleged', weight: 5 }),
    edge('6', 'c', 'TOLD', 'c', { standing: 'stated' }),
  ],
  {
    indexes: [{ label: 'Entity', property: 'id' }],
    fullText: [{ name: 'notes', labels: ['Entity'], properties: ['note', 'name'] }],
  },
);

/** The rows of a query over the actors. */
export const rows = (query: string, parameters: Record<string, unknown> = {}): readonly (readonly unknown[])[] =>
  run(actors, query, { parameters }).rows;
