import { dateWords } from './dates.ts';
import { publishedFormat, type Published, type PublishedClaim } from './published.ts';
import type { Api } from './api.ts';
import type { Kept } from './filter.ts';
import type { ActorGraph, Ontology } from './types.ts';

const claimQuery = `MATCH (c:Claim) WHERE c.id IN $ids
OPTIONAL MATCH (c)-[a:ATTRIBUTED_TO]->(s:Entity)
WITH c, s, a ORDER BY a.depth
RETURN c.id AS id, c.caption AS caption, c.quote AS quote, c.documentTitle AS document,
  c.saidFrom AS saidFrom, c.saidTo AS saidTo, collect(s.name) AS speakers`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What is shown now, with its places, sentences and speakers, as a picture that needs no server. */
export async function published(
  api: Api,
  ontology: Ontology,
  graph: ActorGraph,
  kept: Kept,
  placeOf: (id: string) => { readonly x: number; readonly y: number } | null,
): Promise<Published> {
  const nodes = graph.nodes.filter(({ id }) => kept.nodes.has(id));
  const edges = graph.edges.filter(({ id }) => kept.edges.has(id));
  const { rows } = await api.ask(claimQuery, { ids: edges.flatMap(({ claimIds }) => claimIds) });
  const claims = rows.map(([id, caption, quote, document, from, to, speakers]): [string, PublishedClaim] => [
    text(id),
    {
      caption: text(caption),
      quote: text(quote),
      speakers: Array.isArray(speakers) ? speakers.map(text) : [],
      said: dateWords(day(from), day(to)),
      document: text(document),
    },
  ]);
  const present = new Set(nodes.map(({ type }) => type));
  return {
    format: publishedFormat,
    title: `${nodes.length} actors, ${edges.length} edges`,
    types: Object.fromEntries(
      Object.entries(ontology.entityTypes)
        .filter(([type]) => present.has(type))
        .map(([type, { label, color }]) => [type, { label, color }]),
    ),
    nodes: nodes.map((node) => {
      const place = placeOf(node.id);
      return place ? { ...node, place: [Math.round(place.x), Math.round(place.y)] } : node;
    }),
    edges,
    claims: Object.fromEntries(claims),
  };
}
