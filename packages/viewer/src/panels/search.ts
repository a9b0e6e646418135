import { html } from 'lit';
import type { Context, Page } from './context.ts';
import { actorLink, typeLabel } from './pieces.ts';

/** Actors whose names are like what was typed. */
export async function searchPage(context: Context, text: string, signal: AbortSignal): Promise<Page> {
  const { items } = await context.api.search(text, signal);
  const edges = (id: string): string => {
    const count = context.graph.nodes.find((node) => node.id === id)?.degree ?? 0;
    return count === 1 ? '1 edge' : `${count} edges`;
  };
  return {
    title: `Actors like “${text}”`,
    inFront: { node: null, marked: items.length > 0 ? { nodes: items.map(({ id }) => id), edges: [] } : null },
    content:
      items.length === 0
        ? html`<p class="note" role="status">None. Try a part of the name, or an abbreviation.</p>`
        : html`<ul id="results" class="plain spaced">
            ${items.map(
              (item) =>
                html`<li>
                  ${actorLink(context, item)}
                  <span class="muted small">${typeLabel(context, item.type)}, ${edges(item.id)}</span>
                </li>`,
            )}
          </ul>`,
  };
}
