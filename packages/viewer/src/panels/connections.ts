import { html, type TemplateResult } from 'lit';
import { edgeWords, isQuiet, lineKindOf } from '../canvas/edge-look.ts';
import { oneLine } from '../core/text.ts';
import type { GraphEdge } from '../core/types.ts';
import lines from '../data/lines.json';
import type { Context } from './context.ts';
import { lineGlyph } from './glyphs.ts';
import { actorLink, placeLink } from './pieces.ts';

/** So many are shown at once; the others open on demand. */
const first = 14;

/** An edge as seen from one of its ends: its line, what it says, and the other actor. */
export function connection(context: Context, edge: GraphEdge, id: string): TemplateResult {
  const { ontology, graph } = context;
  const outward = edge.from === id;
  const other = graph.nodes.find((node) => node.id === (outward ? edge.to : edge.from));
  const kind = lineKindOf(edge);
  const inverse = ontology.acts[edge.act]?.inverse;
  // Where the act has no word for the other direction the line's arrow and the order of the names have to do.
  const words =
    outward || inverse === undefined || edge.label === inverse
      ? edgeWords(edge)
      : edgeWords({ ...edge, label: inverse });
  return html`<li>
    ${placeLink(context, { kind: 'edge', id: edge.id }, html`${lineGlyph(kind)}<span class="hidden">${lines.kinds[kind].label}: </span><span class="act">${words}</span>`, 'edge')}
    ${actorLink(context, other)}${edge.about ? html` <span class="muted small">(${oneLine(edge.about)})</span>` : ''}
  </li>`;
}

/** An actor's edges that the picture shows: what it did and what was done to it, the quiet ones last. */
export function connections(context: Context, id: string): TemplateResult | string {
  const { graph, kept } = context;
  const types = new Map(graph.nodes.map((node) => [node.id, node.type]));
  const quiet = (edge: GraphEdge): number =>
    isQuiet(edge, types.get(edge.from) ?? '', types.get(edge.to) ?? '') ? 1 : 0;
  const own = graph.edges
    .filter((edge) => kept.edges.has(edge.id) && (edge.from === id || edge.to === id))
    .toSorted((a, b) => quiet(a) - quiet(b) || b.claimIds.length - a.claimIds.length || (a.id < b.id ? -1 : 1));
  if (own.length === 0) return '';
  const list = (edges: readonly GraphEdge[]): TemplateResult =>
    html`<ul class="plain connections">
      ${edges.map((edge) => connection(context, edge, id))}
    </ul>`;
  return html`<h3>${own.length} ${own.length === 1 ? 'edge' : 'edges'} in the picture</h3>
    ${list(own.slice(0, first))}
    ${
      own.length > first
        ? html`<details class="group">
            <summary>${own.length - first} more</summary>
            ${list(own.slice(first))}
          </details>`
        : ''
    }`;
}
