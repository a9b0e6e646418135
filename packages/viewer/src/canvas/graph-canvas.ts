import type { GraphView } from './graph-view.ts';

/** The element that a graph is drawn in; scripts of the page reach the drawing through it. */
export class GraphCanvas extends HTMLElement {
  /** Set as soon as there is something to draw. */
  view: GraphView | null = null;
}
customElements.define('attest-canvas', GraphCanvas);

declare global {
  interface HTMLElementTagNameMap {
    'attest-canvas': GraphCanvas;
  }
}
