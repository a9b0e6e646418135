import { html, render } from 'lit';
import { noFilter } from '../core/view.ts';
import type { Context } from '../panels/context.ts';

/** Says on the canvas that something is left out, and brings it back: a filter that is forgotten makes a picture that misleads. */
export function drawFilterNote(root: HTMLElement, { graph, kept, view, change }: Context): void {
  const missing = graph.edges.length - kept.edges.size;
  const actors = graph.nodes.length - kept.nodes.size;
  render(
    missing === 0 && actors === 0
      ? ''
      : html`<span>${actors} actors and ${missing} edges left out</span>
          <button @click=${() => change({ ...noFilter, pinned: view.filter.pinned, loud: view.filter.loud })}>
            Show all
          </button>`,
    root,
  );
}
