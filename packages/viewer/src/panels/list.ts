import { html } from 'lit';
import { edgeWords } from '../canvas/edge-look.ts';
import { oneLine } from '../core/text.ts';
import type { Context, Page } from './context.ts';
import { actorLink, edgeItem, nameOf, placeLink, typeLabel } from './pieces.ts';

const most = 300;

/** The picture in words: every actor that is shown with its edges, for the keyboard, for screen readers and for who prefers it. */
export function listPage(context: Context): Page {
  const { graph, kept } = context;
  const nodes = graph.nodes
    .filter(({ id }) => kept.nodes.has(id))
    .toSorted((a, b) => b.degree - a.degree || (a.name < b.name ? -1 : 1));
  const briefs = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = graph.edges.filter(({ id }) => kept.edges.has(id));
  return {
    title: `${nodes.length} ${nodes.length === 1 ? 'actor' : 'actors'}, ${edges.length} ${edges.length === 1 ? 'edge' : 'edges'} in the picture`,
    content: html`${nodes.length === 0 ? html`<p class="note">The filter leaves nothing. ${placeLink(context, { kind: 'filter' }, 'Change it')}</p>` : ''}
      ${nodes.length > most ? html`<p class="muted small">The ${most} best connected are listed; search finds the others.</p>` : ''}
      <ul class="plain mirror">
        ${nodes.slice(0, most).map(({ id, name, type }) => {
          const own = edges.filter(({ from }) => from === id);
          const theirs = edges.filter(({ from, to }) => to === id && from !== id).length;
          return html`<li>
            ${actorLink(context, { id, name, type })}
            <span class="muted small">${typeLabel(context, type)}${theirs > 0 ? `, ${theirs} towards it` : ''}</span>
            ${
              own.length === 0
                ? ''
                : html`<ul class="plain">
                    ${own.map((edge) => html`<li>${edgeItem(context, edge, `${edgeWords(edge)} `)} ${nameOf(oneLine(briefs.get(edge.to)?.name ?? ''), 60)}</li>`)}
                  </ul>`
            }
          </li>`;
        })}
      </ul>`,
  };
}
