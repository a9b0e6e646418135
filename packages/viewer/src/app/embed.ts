import { html, render } from 'lit';
import { GraphView } from '../canvas/graph-view.ts';
import { edgeWords, lineKindOf } from '../canvas/edge-look.ts';
import { api } from '../core/api.ts';
import { asWritten, oneLine } from '../core/text.ts';
import { keptBy } from '../core/filter.ts';
import { noFilter } from '../core/view.ts';
import { lineGlyph } from '../panels/glyphs.ts';
import lines from '../data/lines.json';
import { part } from './parts.ts';

const explorerLink = (query: string, words: string) =>
  html`<a href=${`/?${query}`} target="_blank" rel="noopener">${words}</a>`;

/** One actor's surroundings without panels: what is clicked is told in a card, which leads to the explorer. Takes no files. */
export async function startEmbed(entity: string | null): Promise<void> {
  const [{ entityTypes }, graph] = await Promise.all([api.ontology(), api.graph(entity)]);
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const card = part('card');
  const show = (content: unknown): void => {
    card.hidden = content === null;
    render(content ?? html``, card);
  };
  const kept = keptBy(graph, noFilter);
  const view = new GraphView(
    part('canvas'),
    {
      onNode: (id) => {
        view.attend({ node: id, edges: new Set() });
        show(
          html`<b><bdi>${oneLine(names.get(id) ?? '')}</bdi></b>
            ${explorerLink(`entity=${encodeURIComponent(id)}`, 'open in Attest')}`,
        );
      },
      onNodeTwice: () => undefined,
      onEdge: (id) => {
        const edge = graph.edges.find((one) => one.id === id);
        if (!edge) return;
        const kind = lineKindOf(edge);
        view.attend({ node: null, edges: new Set([id]) });
        show(
          html`<b
              ><bdi>${oneLine(names.get(edge.from) ?? '')}</bdi> ${edgeWords(edge)}
              <bdi>${oneLine(names.get(edge.to) ?? '')}</bdi></b
            >
            <div class="muted small">${lineGlyph(kind)} ${lines.kinds[kind].label}</div>
            ${(edge.quotes ?? []).map((quote) => html`<blockquote dir="auto">${asWritten(quote)}</blockquote>`)}
            ${explorerLink(`edge=${encodeURIComponent(id)}`, 'open in Attest')}`,
        );
      },
      onNothing: () => {
        view.attend({ node: null, edges: new Set() });
        show(null);
      },
      onPinned: () => undefined,
    },
    null,
  );
  part('status').textContent = `${graph.nodes.length} actors, ${graph.edges.length} edges`;
  part('canvas').setAttribute(
    'aria-label',
    `${oneLine(names.get(entity ?? '') ?? 'Actors')} and those around: ${graph.edges
      .slice(0, 50)
      .map((edge) => `${oneLine(names.get(edge.from) ?? '')} ${edgeWords(edge)} ${oneLine(names.get(edge.to) ?? '')}`)
      .join('; ')}`,
  );
  await view.show(
    graph,
    { ...kept, pinned: new Set(), loud: true },
    (type) => entityTypes[type]?.color ?? '#888888',
    kept.nodes,
  );
}
