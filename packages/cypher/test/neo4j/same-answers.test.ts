import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../../scripts/neo4j/start.mjs';
import { CypherDate, CypherError, PropertyGraph, run, type PropertyValue } from '../../src/index.ts';
import { queryText } from '../property/query.ts';
import { randomGraph } from '../property/random-graph.ts';
import { randomQuery } from '../property/random-query.ts';
import { Random } from '../property/random.ts';
import { canonicalRows } from './canonical.ts';
import { dossier, type GraphData } from './dossier.ts';
import { Neo4jDatabase } from './neo4j-database.ts';
import { readQueries, type NamedQuery } from './read-queries.ts';
import { spikeGraph, spikeQueries, spikesFound } from './spike-queries.ts';

type Stored = string | number | boolean | { readonly date: string } | readonly string[];

/** The graph of the documents in corpus/, as scripts/corpus-graph.mjs writes it. */
function corpusGraph(): GraphData {
  const file = new URL('generated/corpus.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'), (_, value: Stored | Record<string, Stored>) =>
    typeof value === 'object' && value !== null && 'date' in value ? CypherDate.parse(value.date as string) : value,
  ) as GraphData;
}

const file = (name: string): NamedQuery[] => readQueries(new URL(`queries/${name}.cypher`, import.meta.url));
/** The cards of the explorer, as the model's data hold them. */
const cards = (
  JSON.parse(readFileSync(new URL('../../../model/data/questions.json', import.meta.url), 'utf8')) as {
    title: string;
    query: string;
    parameters: Record<string, unknown>;
  }[]
).map(({ title, query, parameters }): NamedQuery => ({ name: `card: ${title}`, text: query, parameters }));
const analyst = cards.concat(['questions', 'patterns', 'subqueries', 'values', 'analysts'].flatMap(file));
const known = JSON.parse(readFileSync(new URL('known-differences.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

const graphs: readonly (readonly [string, () => GraphData, () => NamedQuery[]])[] = [
  ['the corpus', corpusGraph, () => analyst],
  ['a dossier', () => dossier(1, 250), () => analyst],
  ['no graph, by regular expressions', () => randomGraph(5, 1, 0), () => file('regex')],
  ['a random graph', () => randomGraph(1, 24, 60), () => [...file('random'), ...file('corners')]],
  ['a dense random graph', () => randomGraph(2, 10, 60), () => file('random')],
  ['a sparse random graph', () => randomGraph(3, 40, 30), () => file('random')],
  ['a small random graph, by generated queries', () => randomGraph(4, 8, 14), generated],
  ...(spikesFound ? [["the spike's graph", spikeGraph, spikeQueries] as const] : []),
];

if (!spikesFound) console.warn('skipped: the 266 queries of the spike (set ATTEST_SHARED)');

/** The same that the brute force answers; here Neo4j says whether the brute force is right. */
function generated(): NamedQuery[] {
  const random = new Random(4);
  return Array.from({ length: 250 }, (_, index) => ({
    name: `generated ${index}`,
    text: queryText(randomQuery(random)),
    parameters: {},
  }));
}

/** What the engine refuses is told apart from what it answers otherwise. */
function answer(graph: PropertyGraph, { text, parameters }: NamedQuery): string[] | CypherError {
  try {
    const copy = parameters as Record<string, PropertyValue>;
    return canonicalRows(text, run(graph, text, { parameters: copy, deadlineMs: 20_000 }).rows);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
}

describe.runIf(canStartNeo4j())('the same answers as Neo4j', { timeout: 300_000 }, () => {
  let server: RunningNeo4j;
  let database: Neo4jDatabase;
  beforeAll(async () => {
    server = await startNeo4j();
    database = new Neo4jDatabase(server.uri);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const differing = new Set<string>();
  let graphsAsked = 0;

  it.each(graphs)('over %s', async (name, build, queries) => {
    const data = build();
    await database.load(data);
    const graph = PropertyGraph.build(data.nodes, data.edges);
    const differences: string[] = [];
    graphsAsked += 1;
    let [same, refusedByBoth, listed, rows] = [0, 0, 0, 0];
    for (const query of queries()) {
      const theirs = await database.rows(query.text, query.parameters).then(
        (found) => canonicalRows(query.text, found),
        (error: unknown) => error as Error,
      );
      const ours = answer(graph, query);
      const show = (side: string[] | Error): string =>
        Array.isArray(side) ? `${side.length} rows ${side.slice(0, 5).join(' ; ').slice(0, 300)}` : side.message;
      if (Array.isArray(theirs) && Array.isArray(ours) && theirs.join('\n') === ours.join('\n')) {
        same += 1;
        rows += ours.length;
      } else if (!Array.isArray(theirs) && !Array.isArray(ours) && queries === spikeQueries) refusedByBoth += 1;
      else if (known[query.name] !== undefined) {
        listed += 1;
        differing.add(query.name);
      } else {
        differences.push(`${query.name}\n  ${query.text}\n  Neo4j: ${show(theirs)}\n  ours:  ${show(ours)}`);
      }
    }
    console.warn(
      `Neo4j and the engine over ${name}: ${same} of ${queries().length} alike (${rows} rows), ${refusedByBoth} refused by both, ${listed} listed as different`,
    );
    expect(differences.join('\n')).toBe('');
  });

  it('lists no difference that is gone', (test) => {
    if (graphsAsked < graphs.length || !spikesFound) test.skip('not all graphs were asked');
    expect(Object.keys(known).filter((name) => !differing.has(name))).toEqual([]);
  });
});
