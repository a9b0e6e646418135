import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import type { ActorGraph } from './api.ts';
import { edgeStyle } from './edge-style.ts';

export interface SceneEvents {
  onNode(id: string): void;
  onEdge(claimIds: readonly string[]): void;
}

/** The drawn graph. Positions come from the server's fixed start and a fixed number of layout steps: the same graph, the same picture. */
export class Scene {
  readonly #container: HTMLElement;
  readonly #events: SceneEvents;
  #sigma: Sigma | null = null;
  #focus: string | null = null;

  constructor(container: HTMLElement, events: SceneEvents) {
    this.#container = container;
    this.#events = events;
  }

  show(data: ActorGraph, colorOf: (type: string) => string): void {
    const graph = new MultiDirectedGraph();
    for (const { id, name, type, x, y, degree } of data.nodes)
      graph.addNode(id, { label: name, x, y, size: 4 + Math.sqrt(degree) * 2, color: colorOf(type) });
    for (const edge of data.edges) {
      if (graph.hasNode(edge.from) && graph.hasNode(edge.to))
        graph.addEdgeWithKey(edge.id, edge.from, edge.to, { ...edgeStyle(edge), claimIds: edge.claimIds });
    }
    if (graph.order > 1)
      forceAtlas2.assign(graph, {
        iterations: 200,
        settings: { ...forceAtlas2.inferSettings(graph), gravity: 1, scalingRatio: 8 },
      });
    this.#sigma?.kill();
    this.#focus = null;
    const sigma = new Sigma(graph, this.#container, {
      defaultEdgeType: 'arrow',
      renderEdgeLabels: true,
      enableEdgeEvents: true,
      labelRenderedSizeThreshold: 5,
      labelFont: 'system-ui, sans-serif',
      edgeLabelSize: 11,
      nodeReducer: (id, attributes) => (this.#isNear(id) ? attributes : { ...attributes, color: '#e6e4de', label: '' }),
      edgeReducer: (id, attributes) =>
        this.#focus === null || graph.extremities(id).includes(this.#focus)
          ? attributes
          : { ...attributes, hidden: true },
    });
    sigma.on('clickNode', ({ node }) => this.#events.onNode(node));
    sigma.on('clickEdge', ({ edge }) =>
      this.#events.onEdge(graph.getEdgeAttribute(edge, 'claimIds') as readonly string[]),
    );
    sigma.on('clickStage', () => this.focus(null));
    this.#sigma = sigma;
  }

  /** Shows an actor with its surroundings only; null shows all. */
  focus(id: string | null): void {
    const sigma = this.#sigma;
    if (!sigma) return;
    this.#focus = id !== null && sigma.getGraph().hasNode(id) ? id : null;
    sigma.refresh();
    if (this.#focus === null) return;
    const place = sigma.getNodeDisplayData(this.#focus);
    if (place) void sigma.getCamera().animate({ x: place.x, y: place.y, ratio: 0.6 }, { duration: 300 });
  }

  #isNear(id: string): boolean {
    const graph = this.#sigma?.getGraph();
    return this.#focus === null || id === this.#focus || (graph?.areNeighbors(id, this.#focus) ?? true);
  }
}
