import '../element/attest-graph.ts';
import { api } from '../core/api.ts';
import { keptBy } from '../core/filter.ts';
import { published } from '../core/publish.ts';
import { noFilter } from '../core/view.ts';

/** One actor's surroundings without panels: what is clicked is told in a card, which leads to the explorer. Takes no files. */
export async function startEmbed(entity: string | null): Promise<void> {
  const [ontology, graph] = await Promise.all([api.ontology(), api.graph(entity)]);
  const title = graph.nodes.find(({ id }) => id === entity)?.name ?? 'Graph of actors';
  const element = document.createElement('attest-graph');
  element.explorer = '/';
  element.data = { ...(await published(api, ontology, graph, keptBy(graph, noFilter), () => null)), title };
  document.body.replaceChildren(element);
}
