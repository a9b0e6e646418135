import { GraphCanvas } from '../canvas/graph-canvas.ts';
import { GraphView, type Shown } from '../canvas/graph-view.ts';
import { api } from '../core/api.ts';
import { keptBy, type Kept } from '../core/filter.ts';
import { merged } from '../core/merged.ts';
import { shortened } from '../core/text.ts';
import type { ActorGraph, Ontology, Question } from '../core/types.ts';
import { noFilter, readView, writeView, type Filter, type Place, type View } from '../core/view.ts';
import type { Context, InFront, Page } from '../panels/context.ts';
import { addedPage, type Outcome } from '../panels/added.ts';
import { drawFilterNote } from './filter-note.ts';
import { drawLegend } from './legend.ts';
import { Panel } from './panel.ts';
import { pageOf } from './pages.ts';
import { part, showWord } from './parts.ts';
import { whenLoaded } from './when-loaded.ts';

const makeWorker = (): Worker => new Worker(new URL('../layout/layout.worker.ts', import.meta.url), { type: 'module' });
const empty: ActorGraph = { nodes: [], edges: [], truncated: false };

/** The explorer: what the address says is what the canvas, the legend and the panel show. */
export class Explorer {
  readonly canvas: GraphView;
  readonly #panel = new Panel(() => this.go({ kind: 'start' }));
  #ontology: Ontology = { entityTypes: {}, acts: {} };
  #questions: readonly Question[] = [];
  #graph: ActorGraph = empty;
  #view: View = readView(location.search);
  #kept: Kept = { nodes: new Set(), edges: new Set() };
  /** True while what a person clicked on the canvas is being opened: the view then stays where it is. */
  #fromCanvas = false;

  constructor() {
    const canvas = part('canvas') as GraphCanvas;
    this.canvas = new GraphView(
      canvas,
      {
        onNode: (id, extra) => this.#open(this.#placeFor(id, extra)),
        onNodeTwice: (id) => this.expand(id),
        onEdge: (id) => this.#open({ kind: 'edge', id }),
        onNothing: () => this.#open({ kind: 'start' }),
        onPinned: (id) => this.pin(id, true),
      },
      makeWorker,
    );
    canvas.view = this.canvas;
    addEventListener('popstate', () => void this.#arrive(readView(location.search)));
  }

  get kept(): Kept {
    return this.#kept;
  }
  get view(): View {
    return this.#view;
  }

  /** Loads everything and shows what the address asks for. Throws what the server says is wrong. */
  async start(): Promise<void> {
    [this.#ontology, this.#graph, { items: this.#questions }] = await whenLoaded(
      () => Promise.all([api.ontology(), api.graph(null), api.questions()]),
      (words) => showWord(words),
    );
    await this.#reach();
    await this.#redraw();
    await this.#fill();
  }

  go(place: Place): void {
    this.#push({ ...this.#view, place });
  }

  change(filter: Partial<Filter>): void {
    this.#push({ ...this.#view, filter: { ...this.#view.filter, ...filter } });
  }

  /** Brings an actor's neighbours into the picture, from the server where they are not loaded. */
  async expandLater(id: string): Promise<void> {
    const before = this.#kept.nodes.size;
    this.#graph = merged(this.#graph, await api.graph(id));
    const { filter } = this.#view;
    const near = new Set(this.#graph.edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
    const hidden = filter.hidden.filter((one) => !near.has(one) && one !== id);
    const around = filter.around.length === 0 || filter.around.includes(id) ? filter.around : [...filter.around, id];
    this.#view = { ...this.#view, filter: { ...filter, hidden, around } };
    history.pushState(null, '', this.#address());
    await this.#redraw();
    if (around.length === 0) this.canvas.fit([id, ...near]);
    await this.#fill();
    this.tell(`Expanded: ${Math.max(0, this.#kept.nodes.size - before)} new actors in the picture`);
  }
  expand(id: string): void {
    this.expandLater(id).catch((error: unknown) => this.tell(error instanceof Error ? error.message : String(error)));
  }

  /** Pins an actor where it is, or lets it loose again. */
  pin(id: string, always = false): void {
    const { pinned } = this.#view.filter;
    const at = this.canvas.placeOf(id);
    const others = pinned.filter((one) => one.id !== id);
    if (at && (always || others.length === pinned.length)) this.change({ pinned: [...others, { id, ...at }] });
    else this.change({ pinned: others });
  }

  hide(id: string): void {
    this.change({ hidden: [...this.#view.filter.hidden, id] });
    this.tell('Hidden; the filter brings it back');
  }

  /** Lays out what is shown, without what the filter left out. */
  async arrange(): Promise<void> {
    await this.canvas.arrange(this.#kept.nodes, this.#held());
    this.canvas.fitAll();
  }

  /** The graph has changed on the server. */
  async reload(outcomes: readonly Outcome[]): Promise<void> {
    this.#graph = await api.graph(null);
    await this.#redraw();
    const page = await this.#panel.open((signal) => addedPage(this.#context(), outcomes, signal), false);
    if (page) this.#attend(page, false);
  }

  tell(words: string): void {
    part('status').textContent = words;
  }

  describe(id: string): string {
    const node = this.#graph.nodes.find((one) => one.id === id);
    if (!node) return '';
    const count = this.#graph.edges.filter(
      (edge) => this.#kept.edges.has(edge.id) && (edge.from === id || edge.to === id),
    ).length;
    return `${shortened(node.name, 80)}, ${this.#ontology.entityTypes[node.type]?.label ?? node.type}, ${count} edges`;
  }

  /** With Shift or Ctrl held a second actor asks for the way to it from the one that is open. */
  #placeFor(id: string, extra: boolean): Place {
    const { place } = this.#view;
    return extra && place.kind === 'entity' && place.id !== id
      ? { kind: 'path', from: place.id, to: id }
      : { kind: 'entity', id };
  }

  #open(place: Place): void {
    if (place.kind === 'start' && this.#view.place.kind === 'start') return;
    this.#fromCanvas = true;
    this.go(place);
  }

  #push(view: View): void {
    const address = writeView(view);
    if (address !== writeView(this.#view)) history.pushState(null, '', address === '' ? location.pathname : address);
    void this.#arrive(view);
  }

  async #arrive(view: View): Promise<void> {
    const before = this.#view.filter;
    this.#view = view;
    await this.#reach();
    if (before.around.join() !== view.filter.around.join()) {
      await this.#redraw();
      this.canvas.fitAll();
    } else this.#refilter();
    await this.#fill();
  }

  /** Actors that the address names and the first answer did not hold are fetched with their neighbours. */
  async #reach(): Promise<void> {
    const { place, filter } = this.#view;
    if (!this.#graph.truncated) return;
    const loaded = new Set(this.#graph.nodes.map(({ id }) => id));
    for (const id of [...filter.around, ...(place.kind === 'entity' ? [place.id] : [])])
      if (!loaded.has(id)) this.#graph = merged(this.#graph, await api.graph(id).catch(() => empty));
  }

  #shown(): Shown {
    const { filter } = this.#view;
    return { ...this.#kept, pinned: new Set(filter.pinned.map(({ id }) => id)), loud: filter.loud };
  }
  #held(): ReadonlyMap<string, { x: number; y: number }> {
    return new Map(this.#view.filter.pinned.map(({ id, x, y }) => [id, { x, y }]));
  }
  #address(): string {
    return writeView(this.#view) || location.pathname;
  }

  async #redraw(): Promise<void> {
    this.#kept = keptBy(this.#graph, this.#view.filter);
    const scope = keptBy(this.#graph, { ...noFilter, around: this.#view.filter.around }).nodes;
    const colorOf = (type: string): string => this.#ontology.entityTypes[type]?.color ?? '#888888';
    // Before the picture, since the legend takes room from it; what is said of the picture comes when it is there.
    this.#frame();
    await this.canvas.show(this.#graph, this.#shown(), colorOf, scope, this.#held());
    this.#count();
  }

  #refilter(): void {
    this.#kept = keptBy(this.#graph, this.#view.filter);
    this.canvas.set(this.#shown());
    this.#frame();
    this.#count();
  }

  #frame(): void {
    drawLegend(part('legend'), this.#context());
    drawFilterNote(part('filter-note'), this.#context());
  }

  /** How much is shown, and the word for an empty canvas. */
  #count(): void {
    const { nodes, edges, truncated } = this.#graph;
    const of = (shown: number, all: number): string => (shown === all ? String(all) : `${shown} of ${all}`);
    this.tell(
      `${of(this.#kept.nodes.size, nodes.length)} actors, ${of(this.#kept.edges.size, edges.length)} edges${truncated ? ' loaded; expand or search for more' : ''}`,
    );
    const word = nodes.length === 0 ? 'No actors yet. Drop a text file here.' : 'The filter leaves nothing.';
    showWord(this.#kept.nodes.size > 0 ? '' : word);
  }

  async #fill(): Promise<void> {
    const stay = this.#fromCanvas;
    this.#fromCanvas = false;
    const isStart = this.#view.place.kind === 'start';
    const page = await this.#panel.open((signal) => pageOf(this.#context(), signal), isStart);
    if (page) this.#attend(page, stay);
  }

  #attend({ inFront = {} }: Page, stay: boolean): void {
    const { node = null, edges = [], marked = null }: InFront = inFront;
    const wanted = marked && { nodes: new Set(marked.nodes), edges: new Set(marked.edges) };
    this.canvas.attend({ node, edges: new Set(edges), marked: wanted });
    if (stay) return;
    const ends = this.#graph.edges.filter(({ id }) => edges.includes(id)).flatMap(({ from, to }) => [from, to]);
    const near =
      node === null
        ? []
        : [node, ...this.#graph.edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []))];
    const all = [...ends, ...near, ...(marked?.nodes ?? [])].filter((id) => this.#kept.nodes.has(id));
    if (all.length > 0) this.canvas.fit(all);
    else if (this.#view.place.kind === 'start') this.canvas.fitAll();
  }

  #context(): Context {
    return {
      api,
      ontology: this.#ontology,
      questions: this.#questions,
      graph: this.#graph,
      kept: this.#kept,
      view: this.#view,
      link: (place) => writeView({ place, filter: this.#view.filter }) || '/',
      go: (place) => this.go(place),
      change: (filter) => this.change(filter),
      tell: (words) => this.tell(words),
      expand: (id) => this.expand(id),
      pin: (id) => this.pin(id),
      toPng: () => this.canvas.toPng(),
      placeOf: (id) => this.canvas.placeOf(id),
    };
  }
}
