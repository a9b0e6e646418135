import type { ActorGraph } from '../core/types.ts';
import { Layouter } from '../layout/layouter.ts';
import type { Place } from '../layout/types.ts';
import type { Point } from './curve.ts';
import type { Attention } from './emphasis.ts';
import { palettes } from './palette.ts';
import { layoutInputOf, pictureOf, type Picture } from './picture.ts';
import { Scene, type SceneEvents, type SceneState } from './scene.ts';
import { Tip } from './tip.ts';

/** What a person does on the canvas, for whoever shows something beside it. */
export type ViewEvents = Omit<SceneEvents, 'onEdgeHover'>;
/** What may be changed about the drawing at any time. */
export type Shown = Pick<SceneState, 'nodes' | 'edges' | 'pinned' | 'loud'>;

/**
 * The graph in a container: draws what it is given, keeps places while it can, follows size and light or dark. Both the explorer
 * and `<attest-graph>` stand on it.
 */
export class GraphView {
  readonly #container: HTMLElement;
  readonly #events: SceneEvents;
  readonly #tip: Tip;
  readonly #layouter: Layouter;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #scheme: 'light' | 'dark' | null;
  readonly #observer: ResizeObserver;
  #picture: Picture = pictureOf({ nodes: [], edges: [] });
  #scene: Scene | null = null;
  #ended = false;
  #colorOf: (type: string) => string = () => '#888888';
  #shown: Shown = { nodes: new Set(), edges: new Set(), pinned: new Set(), loud: false };

  /** `scheme` null: light or dark as the reader's system has it. */
  constructor(
    container: HTMLElement,
    events: ViewEvents,
    makeWorker: (() => Worker) | null,
    scheme: 'light' | 'dark' | null = null,
  ) {
    this.#scheme = scheme;
    this.#container = container;
    this.#tip = new Tip(container);
    this.#events = {
      ...events,
      onEdgeHover: (id, at) => {
        if (id === null) this.#tip.hide();
        else this.#tip.show(this.#picture, id, at, this.#state().palette);
      },
    };
    this.#layouter = new Layouter(makeWorker);
    this.#observer = new ResizeObserver(() => this.#scene?.resize());
    this.#observer.observe(container);
    this.#dark.addEventListener('change', this.#recolor);
  }

  get picture(): Picture {
    return this.#picture;
  }

  get isDark(): boolean {
    return this.#scheme === null ? this.#dark.matches : this.#scheme === 'dark';
  }

  /**
   * Lays a graph out and draws it; until then what was there stays. `scope` takes part in the layout, `held` keep the place that
   * a person gave them.
   */
  async show(
    graph: Pick<ActorGraph, 'nodes' | 'edges'>,
    shown: Shown,
    colorOf: (type: string) => string,
    scope: ReadonlySet<string>,
    held: ReadonlyMap<string, Place> = new Map(),
  ): Promise<void> {
    this.#shown = shown;
    this.#colorOf = colorOf;
    const picture = pictureOf(graph);
    const { width, height } = this.#size();
    const places = await this.#layouter.arrange(layoutInputOf(picture, scope, width / height));
    // A newer graph has been asked for meanwhile, or the drawing has ended.
    if (places === null || this.#ended) return;
    const { attention } = this.#scene ?? {};
    this.#scene?.end();
    this.#tip.hide();
    this.#picture = picture;
    this.#scene = new Scene(this.#container, picture, this.#state(), this.#events);
    this.#scene.place(new Map([...places, ...held]), width, height);
    if (attention) this.#scene.attend({ ...attention, hoveredNode: null, hoveredEdge: null });
  }

  /** Lays out anew; see `show`. */
  async arrange(scope: ReadonlySet<string>, held: ReadonlyMap<string, Place> = new Map()): Promise<void> {
    const { width, height } = this.#size();
    const places = await this.#layouter.arrange(layoutInputOf(this.#picture, scope, width / height));
    if (places) this.#scene?.place(new Map([...places, ...held]), width, height);
  }

  #size(): { readonly width: number; readonly height: number } {
    const { clientWidth, clientHeight } = this.#container;
    return { width: clientWidth || 800, height: clientHeight || 600 };
  }

  set(shown: Shown): void {
    this.#shown = shown;
    this.#scene?.set(this.#state());
  }

  attend(change: Partial<Attention>): void {
    this.#scene?.attend(change);
  }

  /** Where an actor is in the picture's own measure, which does not change with the view. */
  placeOf(id: string): Place | null {
    if (!this.#picture.hasNode(id)) return null;
    const { x, y } = this.#picture.getNodeAttributes(id);
    return { x, y };
  }

  fit(ids: Iterable<string>): void {
    this.#scene?.camera.fit(ids);
  }
  fitAll(): void {
    this.#scene?.camera.fitAll();
  }
  zoom(factor: number): void {
    this.#scene?.camera.zoom(factor);
  }

  /** Where an actor or the middle of an edge is drawn, in pixels from the container's corner; null when it is not. */
  pointOfNode(id: string): Point | null {
    return this.#scene?.pointOfNode(id) ?? null;
  }
  pointOfEdge(id: string): Point | null {
    return this.#scene?.pointOfEdge(id) ?? null;
  }

  /** The picture as it is seen now, or null when there is none. */
  async toPng(): Promise<Blob | null> {
    return (await this.#scene?.toPng()) ?? null;
  }

  end(): void {
    this.#ended = true;
    this.#observer.disconnect();
    this.#dark.removeEventListener('change', this.#recolor);
    this.#layouter.end();
    this.#tip.end();
    this.#scene?.end();
    this.#scene = null;
  }

  #state(): SceneState {
    return { ...this.#shown, colorOf: this.#colorOf, palette: this.isDark ? palettes.dark : palettes.light };
  }
  readonly #recolor = (): void => this.#scene?.set(this.#state());
}
