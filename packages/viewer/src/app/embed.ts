import '../element/attest-graph.ts';
import { api } from '../core/api.ts';
import { publishedFormat } from '../core/published.ts';

/** One actor's surroundings without panels: what is clicked is told in a card, which leads to the explorer. Takes no files. */
export async function startEmbed(entity: string | null): Promise<void> {
  const [{ entityTypes }, graph] = await Promise.all([api.ontology(), api.graph(entity)]);
  const element = document.createElement('attest-graph');
  element.explorer = '/';
  element.data = {
    format: publishedFormat,
    title: graph.nodes.find(({ id }) => id === entity)?.name ?? 'Graph of actors',
    types: entityTypes,
    nodes: graph.nodes,
    edges: graph.edges,
    claims: {},
  };
  document.body.replaceChildren(element);
}
